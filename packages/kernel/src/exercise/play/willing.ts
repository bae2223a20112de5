/** A willing player: does what is expected, by the shortest way that the arrangement leaves open. */
import type { Act, Outcome } from '../../arrangement/act.ts';
import type { Arrangement } from '../../arrangement/model.ts';
import { seatOf } from '../../authority/players.ts';
import { powersFor } from '../../authority/grants.ts';
import { settled } from '../../consultation/circumstance.ts';
import { inForce } from '../../consultation/in-force.ts';
import { ways } from '../../consultation/judge.ts';
import { knownTo } from '../../consultation/knowledge.ts';
import type { Consultation } from '../../consultation/state.ts';
import { conditionHolds } from '../judge/condition.ts';
import type { InjectState } from '../run/model.ts';
import type { Condition } from '../scenario/condition.ts';
import type { Move } from './play.ts';
import type { Playing, SeatCommand } from './playing.ts';

/** The next move of anybody: what was received is acknowledged first, then what is expected is done, in the order in which it was asked for. */
export function willing(playing: Playing): Move | undefined {
  const { state } = playing;
  const sent = state.sent.map((id) => state.injects.get(id)!);
  return (
    firstOf(sent, (inject) => acknowledging(playing, inject)) ??
    firstOf(sent, ({ inject }) =>
      firstOf(inject.expected, ({ id, met }) =>
        met && !state.verdicts.has(id) ? towards(playing, met) : undefined,
      ),
    )
  );
}

function firstOf<T, U>(all: readonly T[], of: (each: T) => U | undefined): U | undefined {
  for (const each of all) {
    const found = of(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

function acknowledging({ state }: Playing, { acknowledged, inject }: InjectState): Move | undefined {
  const by = inject.to.find((target) => !acknowledged.some((each) => each.by === target));
  return by !== undefined && state.participants.has(by)
    ? { type: 'command', command: { type: 'acknowledge', by, inject: inject.id } }
    : undefined;
}

/** A move that brings a condition nearer. Of what has not to happen, and of time, there is none. */
function towards(playing: Playing, condition: Condition): Move | undefined {
  const { elapsed, stage, state } = playing;
  if (conditionHolds(stage, state, condition, elapsed).holds) return undefined;
  switch (condition.type) {
    case 'effected':
      return (
        firstOf([...stage.cases], ([consultation, of]) =>
          acting(playing, consultation, of, condition.outcome),
        ) ?? convening(playing, condition.outcome.on)
      );
    case 'recorded':
      return (
        firstOf([...stage.cases], ([consultation, of]) => saying(playing, consultation, of, condition)) ??
        convening(playing, condition.on)
      );
    case 'condition':
      return firstOf([...stage.cases.keys()], (consultation) =>
        declaring(playing, consultation, condition.condition),
      );
    case 'written': {
      const by = condition.by === 'control' ? 'director' : condition.by;
      return state.participants.has(by)
        ? { type: 'command', command: { type: 'write', by, to: [condition.to ?? 'control'], text: '…' } }
        : undefined;
    }
    case 'acknowledged': {
      const inject = state.injects.get(condition.inject);
      return inject?.sent && acknowledging(playing, inject);
    }
    case 'convened':
      return state.consultations.has(condition.consultation)
        ? undefined
        : { type: 'convene', consultation: condition.consultation };
    case 'for':
      return towards(playing, condition.of);
    case 'allOf':
    case 'anyOf':
    case 'atLeast':
      return firstOf(condition.of, (part) => towards(playing, part));
    case 'always':
    case 'refused':
    case 'sent':
    case 'not':
      return undefined;
  }
}

/** A consultation on the matter that nobody has convened and the clock does not convene. */
function convening({ scenario, state }: Playing, on: string | undefined): Move | undefined {
  const planned = [...scenario.consultations.values()].find(
    ({ convened, id, matters }) =>
      convened === undefined && !state.consultations.has(id) && (on === undefined || matters.includes(on)),
  );
  return planned && { type: 'convene', consultation: planned.id };
}

/** The first act of a way, by seats that are played and there, that the arrangement lets be done now. */
function acting(
  playing: Playing,
  consultation: string,
  state: Consultation,
  outcome: Outcome,
): Move | undefined {
  const { arrangement: written, scenario } = playing;
  const done = knownTo(written, state, { as: 'public' });
  const arrangement = inForce(written, state, done);
  const played = new Set([...scenario.cells.values()].flatMap(({ seats }) => seats));
  const may = (act: Act): boolean => {
    const seat = seatOf(arrangement, act.by, scenario.at);
    return played.has(seat) && !state.absent.includes(seat);
  };
  const circumstance = settled(arrangement, state);
  const all = actsOf(arrangement, outcome).flatMap((act) =>
    (['proper', 'valid'] as const).flatMap((effect) =>
      ways(arrangement, state, done, circumstance, (reckoning) => reckoning.act(act, effect), may).slice(
        0,
        3,
      ),
    ),
  );
  return firstOf(all, (way) => firstOf(way, (act) => tried(playing, consultation, commandOf(playing, act))));
}

function actsOf(arrangement: Arrangement, outcome: Outcome): readonly Act[] {
  const { by } = outcome;
  const granted = powersFor(arrangement, outcome).map(({ act }) => act);
  return by === undefined || granted.length > 0 ? granted : [{ ...outcome, by }];
}

function commandOf({ arrangement, scenario }: Playing, { by: office, kind, on, to }: Act): SeatCommand {
  const seat = seatOf(arrangement, office, scenario.at);
  if (kind === 'declare') return { type: 'declare', seat, office, on, holds: true };
  return { type: kind, seat, office, on, marking: { to: 'all' }, ...(to === undefined ? {} : { to }) };
}

/** A command that would be accepted, if need be by relying on what texts leave open. */
function tried(playing: Playing, consultation: string, command: SeatCommand): Move | undefined {
  const decision = playing.wouldBe(consultation, command);
  if (decision.ok) return { type: 'act', consultation, command };
  const [relyingOn] = decision.refusal.code === 'unsettled' ? decision.refusal.where : [];
  if (!relyingOn) return undefined;
  const relying = { ...command, relyingOn };
  return playing.wouldBe(consultation, relying).ok
    ? { type: 'act', consultation, command: relying }
    : undefined;
}

/** Something put on the record: what is said of an item, of the last that its seat may answer. */
function saying(
  playing: Playing,
  consultation: string,
  { case: kase, entries }: Consultation,
  { by, command: type, on, to }: Extract<Condition, { readonly type: 'recorded' }>,
): Move | undefined {
  const { arrangement, scenario } = playing;
  const offices = officesPlayed(playing).filter(
    (office) => by === undefined || office === by || seatOf(arrangement, office, scenario.at) === by,
  );
  const items = entries.filter(
    (entry) => on === undefined || ('on' in entry.command && entry.command.on === on),
  );
  return firstOf(offices, (office) => {
    const seat = seatOf(arrangement, office, scenario.at);
    const common = { seat, office, marking: { to: 'all' } as const };
    switch (type) {
      case 'answer':
      case 'object':
      case 'reserve':
      case 'dissent':
      case 'position':
      case 'receipt':
        return firstOf(items.toReversed(), ({ command, id }) =>
          command.seat === seat
            ? undefined
            : tried(playing, consultation, { ...common, type, about: id, text: '…' }),
        );
      case 'request':
        return firstOf(
          to === undefined ? officesPlayed(playing).filter((other) => other !== office) : [to],
          (asked) => tried(playing, consultation, { ...common, type, on: on ?? kase.matters[0]!, to: asked }),
        );
      case 'inform':
      case 'consult':
      case 'advise':
      case 'plan':
      case 'concur':
      case 'decide':
      case 'execute':
      case 'review':
      case 'revoke':
      case 'delegate':
        return tried(playing, consultation, {
          ...common,
          type,
          on: on ?? kase.matters[0]!,
          ...(to === undefined ? {} : { to }),
        });
      case 'adjourn':
      case 'resume':
      case 'close':
        return tried(playing, consultation, { type, seat, office });
      default:
        return undefined;
    }
  });
}

function declaring(playing: Playing, consultation: string, on: string): Move | undefined {
  const { arrangement, scenario } = playing;
  return firstOf(officesPlayed(playing), (office) =>
    tried(playing, consultation, {
      type: 'declare',
      seat: seatOf(arrangement, office, scenario.at),
      office,
      on,
      holds: true,
    }),
  );
}

function officesPlayed({ arrangement, scenario }: Playing): readonly string[] {
  const played = new Set([...scenario.cells.values()].flatMap(({ seats }) => seats));
  return [...arrangement.offices.keys()].filter((office) =>
    played.has(seatOf(arrangement, office, scenario.at)),
  );
}
