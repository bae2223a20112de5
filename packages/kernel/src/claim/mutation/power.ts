/** Changes of a power. */
import { OTHER_KINDS, VOICE_KINDS, type Act } from '../../arrangement/act.ts';
import type { Formula } from '../../arrangement/formula.ts';
import type { Arrangement, Power } from '../../arrangement/model.ts';
import { actInWords, formulaInWords, nameOf } from '../../authority/words.ts';
import { replace } from './edit.ts';
import { swaps, variants } from './formula.ts';
import type { Aim, Change } from './model.ts';
import { standIns } from './stand-in.ts';

export function powerChanges(power: Power, arrangement: Arrangement, aim: Aim): readonly Change[] {
  const edit = (changed: Partial<Power>) => replace({ ...power, ...changed });
  const inFormula = (key: 'valid' | 'proper' | 'inForce'): readonly Change[] =>
    variants(power[key], arrangement, aim).map(({ formula, ...rest }) => ({
      ...rest,
      apply: edit({ [key]: formula }),
    }));
  const concurrences = standIns(arrangement, power.act.by, aim).map((by): Formula => {
    const act: Act = { kind: 'concur', by, on: power.act.on };
    return { type: 'act', act, place: power.place };
  });
  const needing = (kind: Change['kind'], key: 'valid' | 'proper'): readonly Change[] =>
    concurrences.map((concurrence) => ({
      kind,
      fillings: () => ({ to: formulaInWords(arrangement, concurrence) }),
      apply: edit({ [key]: { type: 'allOf', of: [power[key], concurrence] } }),
    }));
  return [
    ...inFormula('valid'),
    ...inFormula('proper'),
    ...inFormula('inForce'),
    ...needing('add-concurrence', 'valid'),
    ...needing('add-duty', 'proper'),
    ...revocations(power, arrangement, aim),
    ...swaps(power.act, arrangement, aim).map(({ act, ...rest }) => ({ ...rest, apply: edit({ act }) })),
    ...otherKinds(power, arrangement),
    ...aim.matters
      .filter((on) => on !== power.act.on && arrangement.matters.has(on))
      .map((on): Change => ({
        kind: 'change-matter',
        fillings: () => ({ from: nameOf(arrangement, power.act.on), to: nameOf(arrangement, on) }),
        apply: edit({ act: { ...power.act, on } }),
      })),
  ];
}

/** Nobody can end it any longer, or somebody else can too. */
function revocations(power: Power, arrangement: Arrangement, aim: Aim): readonly Change[] {
  const { revocableBy, ...lasting } = power;
  const before = revocableBy ?? { type: 'never' };
  const shrunk: readonly Change[] =
    revocableBy === undefined
      ? []
      : [
          {
            kind: 'drop-revocation',
            fillings: () => ({ from: formulaInWords(arrangement, revocableBy) }),
            apply: replace(lasting),
          },
          ...variants(revocableBy, arrangement, aim).map(({ formula, ...rest }) => ({
            ...rest,
            apply: replace({ ...power, revocableBy: formula }),
          })),
        ];
  const grown = standIns(arrangement, '', aim).map((by): Change => {
    const act: Act = { kind: 'revoke', by, on: power.act.on };
    const revocation: Formula = { type: 'act', act, place: power.place };
    return {
      kind: 'add-revocation',
      fillings: () => ({ to: formulaInWords(arrangement, revocation) }),
      apply: replace({ ...power, revocableBy: { type: 'anyOf', of: [before, revocation] } }),
    };
  });
  return [...shrunk, ...grown];
}

/** The act of every other kind of voice, the nearest first; without an addressee, none that is owed to one. */
function otherKinds(power: Power, arrangement: Arrangement): readonly Change[] {
  const { act } = power;
  const rank = VOICE_KINDS.findIndex((kind) => kind === act.kind);
  if (OTHER_KINDS.some((kind) => kind === act.kind)) return [];
  const from = actInWords(arrangement, act);
  return VOICE_KINDS.map((kind, index) => ({ kind, distance: index - rank }))
    .filter(
      ({ kind, distance }) =>
        distance !== 0 && (act.to !== undefined || (kind !== 'inform' && kind !== 'consult')),
    )
    .toSorted((a, b) => Math.abs(a.distance) - Math.abs(b.distance))
    .map(({ kind, distance }) => ({
      kind: distance > 0 ? 'raise-kind' : 'lower-kind',
      fillings: () => ({ from, to: actInWords(arrangement, { ...act, kind }) }),
      apply: replace({ ...power, act: { ...act, kind } }),
    }));
}
