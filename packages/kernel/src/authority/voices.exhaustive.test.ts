/** Voices against the words of their definition (see questions/voice.ts), tried in every world, on seeded random arrangements. */
import { expect, test } from 'vitest';
import { showAct, VOICE_KINDS, type Act, type VoiceKind } from '../arrangement/act.ts';
import type { Answering, Arrangement } from '../arrangement/model.ts';
import { seatOf } from './players.ts';
import type { Level, VoiceLevel } from './question.ts';
import { doing } from './testing/doing.ts';
import { canHappen, worlds, type World } from './testing/exhaustive.ts';
import { randomArrangement } from './testing/random-arrangement.ts';
import { TODAY } from './testing/sketch.ts';
import { namedActs } from './universe.ts';
import { Voices, type Voicing } from './voices.ts';

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

type Happens = (act: Act, world: World) => boolean;

function rank(kind: VoiceKind): number {
  return VOICE_KINDS.indexOf(kind);
}

function partiesOf(answering: Answering): readonly string[] {
  return answering.type === 'party' ? [answering.party] : answering.of.flatMap(partiesOf);
}

/** One who is asked about: the level, the players that it is there, and the names under which it speaks. */
interface Asked {
  readonly who: string;
  readonly level: Exclude<Level, 'act'>;
  readonly players: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function everybody(arrangement: Arrangement): readonly Asked[] {
  const named = (
    who: string,
    level: Asked['level'],
    players: readonly string[],
    names: readonly string[],
  ) => ({
    who,
    level,
    players: new Set(players),
    names: new Set([who, ...names]),
  });
  const offices = [...arrangement.offices.values()];
  return [
    ...offices.map(({ id }) => named(id, 'office', [id], [])),
    ...[...arrangement.bodies.values()].map(({ id, members }) => named(id, 'office', members, members)),
    ...[...arrangement.seats.values()].map((seat) =>
      named(
        seat.id,
        'seat',
        seat.offices.map((office) => seatOf(arrangement, office, TODAY)),
        seat.offices,
      ),
    ),
    ...[...arrangement.parties.keys()].map((party) =>
      named(
        party,
        'party',
        [party],
        offices.filter(({ answersTo }) => partiesOf(answersTo).includes(party)).map(({ id }) => id),
      ),
    ),
  ];
}

function voicing(arrangement: Arrangement, asked: Asked, matter: string): Voicing {
  const { level, players, names } = asked;
  const all = worlds(arrangement);
  const acts = namedActs(arrangement, TODAY).filter(
    (act) => act.on === matter && VOICE_KINDS.some((kind) => kind === act.kind),
  );
  const isMine = (actor: string | undefined): boolean =>
    actor !== undefined &&
    (names.has(actor) || (arrangement.bodies.get(actor)?.members ?? []).some((member) => names.has(member)));
  const delegates = (act: Act): readonly string[] =>
    [...arrangement.delegations.values()]
      .filter((each) => showAct(each.act) === showAct(act))
      .map((each) => each.to);
  const voiced = acts.filter((act) =>
    act.kind === 'inform' || act.kind === 'consult'
      ? isMine(act.to)
      : [act.by, ...delegates(act)].some(isMine),
  );

  const happens =
    (effect: 'valid' | 'proper', does: (act: Act) => boolean): Happens =>
    (act, world) => {
      const inWorld = (each: Act): boolean => canHappen(arrangement, world, effect, each, does, inWorld);
      return inWorld(act);
    };
  const others = [
    ...arrangement.offices.keys(),
    ...arrangement.seats.keys(),
    ...arrangement.parties.keys(),
  ].filter((each) => !players.has(each));
  const withAll = happens('valid', () => true);
  const withoutMe = happens('valid', doing(arrangement, level, new Set(others)));
  const withMeAlone = happens('valid', doing(arrangement, level, players));
  const properly = happens('proper', () => true);
  const passedOver = (kind: VoiceKind): Happens =>
    happens('proper', (act) => {
      const isAsked = act.kind === kind && acts.some((each) => showAct(each) === showAct(act));
      return !names.has(act.by) && (isAsked || !isMine(act.to));
    });

  const levelIn = (holds: (test: (world: World) => boolean) => boolean): VoiceLevel => {
    const from = (kind: VoiceKind) => (act: Act) => rank(act.kind as VoiceKind) >= rank(kind);
    const kind = VOICE_KINDS.toReversed().find((each) =>
      holds((world) => voiced.filter(from(each)).some((act) => withAll(act, world))),
    );
    if (kind === undefined) return { kind: 'none', firmness: 'may', alone: false };
    const decisive = acts.filter(from('decide'));
    const kinds = new Set((decisive.length > 0 ? decisive : acts.filter(from(kind))).map((act) => act.kind));
    const only = (here: Happens, there: Happens, each: Act['kind'], world: World): boolean => {
      const ofKind = acts.filter((act) => act.kind === each);
      return ofKind.some((act) => here(act, world)) && !ofKind.some((act) => there(act, world));
    };
    const needed = holds((world) => [...kinds].some((each) => only(withAll, withoutMe, each, world)));
    const owed = [...kinds].some((each) =>
      holds((world) => only(properly, passedOver(each as VoiceKind), each, world)),
    );
    return {
      kind,
      firmness: needed ? 'needed' : owed ? 'duty' : 'may',
      alone: holds((world) => decisive.some((act) => act.kind === kind && withMeAlone(act, world))),
    };
  };
  return {
    most: levelIn((test) => all.some(test)),
    least: levelIn((test) => all.every(test)),
    acts: voiced,
  };
}

test('the voice of everybody in every matter is what its definition says, tried in every world', () => {
  const firmnesses = new Set<string>();
  for (const seed of SEEDS) {
    const arrangement = randomArrangement(seed);
    for (const matter of arrangement.matters.keys()) {
      const voices = new Voices(arrangement, { at: TODAY }, matter);
      for (const asked of everybody(arrangement)) {
        const { most, least, acts } = voices.of(asked.who);
        expect({ seed, matter, who: asked.who, most, least, acts }).toEqual({
          seed,
          matter,
          who: asked.who,
          ...voicing(arrangement, asked, matter),
        });
        firmnesses.add(most.kind === 'none' ? 'none' : most.firmness).add(least.firmness);
      }
    }
  }
  expect(firmnesses).toEqual(new Set(['none', 'may', 'duty', 'needed']));
});
