/** Changes of those who act: whom an office answers to, who is in a body and how it decides, who sits in one seat. */
import type { Arrangement, Body, Office, Seat, Way } from '../../arrangement/model.ts';
import { partiesIn } from '../../authority/players.ts';
import { nameOf } from '../../authority/words.ts';
import { drop, replace, without } from './edit.ts';
import { quotas } from './formula.ts';
import type { Aim, Change } from './model.ts';
import { standIns } from './stand-in.ts';
import { say } from './words.ts';

export function officeChanges(office: Office, arrangement: Arrangement): readonly Change[] {
  const answers = partiesIn(office.answersTo);
  return [...arrangement.parties.keys()]
    .filter((party) => answers.length > 1 || party !== answers[0])
    .map((party) => ({
      kind: 'change-answering',
      fillings: () => ({
        from: answers.map((each) => nameOf(arrangement, each)),
        to: nameOf(arrangement, party),
      }),
      apply: replace({ ...office, answersTo: { type: 'party', party } }),
    }));
}

/** Each of its offices becomes a seat of its own. */
export function seatChanges(seat: Seat): readonly Change[] {
  return seat.offices.length < 2 ? [] : [{ kind: 'split-seat', fillings: () => ({}), apply: drop(seat) }];
}

export function bodyChanges(body: Body, arrangement: Arrangement, aim: Aim): readonly Change[] {
  const members = body.members.flatMap((member, index) => [
    {
      kind: 'drop-member' as const,
      fillings: () => ({ from: nameOf(arrangement, member) }),
      apply: replace({ ...body, members: without(body.members, index) }),
    },
    ...standIns(arrangement, member, aim)
      .filter((other) => arrangement.offices.has(other) && !body.members.includes(other))
      .map((other) => ({
        kind: 'swap-member' as const,
        fillings: () => ({ from: nameOf(arrangement, member), to: nameOf(arrangement, other) }),
        apply: replace({ ...body, members: body.members.with(index, other) }),
      })),
  ]);
  const { silence, ...spoken } = body;
  return [
    ...wayChanges(body),
    ...vetoChanges(body, arrangement),
    ...(silence === undefined
      ? []
      : [{ kind: 'drop-silence' as const, fillings: () => ({}), apply: replace(spoken) }]),
    ...members,
  ];
}

function wayChanges(body: Body): readonly Change[] {
  const { way } = body;
  const ways: readonly Way['type'][] = ['none', 'consensus', 'majority'];
  const others = ways
    .filter((type) => type !== way.type)
    .map((type): Change => ({
      kind: 'change-way',
      fillings: () => ({ from: say(`way.${way.type}`), to: say(`way.${type}`) }),
      apply: replace({ ...body, way: { type } as Way }),
    }));
  if (way.type !== 'atLeast' && way.type !== 'weighted') return others;
  const key = way.type === 'atLeast' ? 'count' : 'quota';
  const moved = quotas(way.type === 'atLeast' ? way.count : way.quota).map(({ quota, ...rest }): Change => ({
    ...rest,
    apply: replace({ ...body, way: { ...way, [key]: quota } }),
  }));
  return [...moved, ...others];
}

function vetoChanges(body: Body, arrangement: Arrangement): readonly Change[] {
  const { way } = body;
  if (way.type !== 'atLeast') return [];
  return way.veto.map((member, index) => ({
    kind: 'drop-veto',
    fillings: () => ({ from: nameOf(arrangement, member) }),
    apply: replace({ ...body, way: { ...way, veto: without(way.veto, index) } }),
  }));
}
