/** What can be measured of one consultation of an exercise, from its record. Moments are scenario time since it was convened, in milliseconds. */
import { showAct, type Act } from '../../arrangement/act.ts';
import { holdsOn } from '../../arrangement/date.ts';
import type { Arrangement } from '../../arrangement/model.ts';
import { actingOffices, seatOf } from '../../authority/players.ts';
import { Timing } from '../../authority/timing.ts';
import { namedActs } from '../../authority/universe.ts';
import { seating } from '../../consultation/seating.ts';
import type { Consultation, Cut, Entry, Missed } from '../../consultation/state.ts';

export interface Reached {
  readonly act: Act;
  /** `null`: it was not reached. */
  readonly at: number | null;
  readonly standing?: 'proper' | 'departure';
  /** The shortest time that the arrangement's paces allow when everybody acts as soon as he may; `null`: no way, or no pace is declared on it. */
  readonly shortest: number | null;
}

/** Something was so for a while. */
export interface Lapse<T> {
  readonly of: T;
  readonly from: number;
  /** `null`: to the end. */
  readonly until: number | null;
}

export interface ConsultationMeasures {
  readonly consultation: string;
  /** When somebody was first consulted; `null`: nobody was. */
  readonly toConsult: number | null;
  readonly concurrences: readonly { readonly act: Act; readonly at: number }[];
  /** Seats that a rule in force on the matters would have consulted, and nobody did. */
  readonly neverConsulted: readonly string[];
  readonly departures: readonly {
    readonly entry: string;
    readonly act: Act;
    readonly at: number;
    readonly why: string;
    readonly passedOver: readonly string[];
  }[];
  readonly missed: readonly Pick<Missed, 'what' | 'of' | 'from'>[];
  readonly linksDown: readonly Lapse<Cut>[];
  readonly absences: readonly Lapse<string>[];
  readonly suspensions: readonly Lapse<string>[];
  /** What was put on the record in more than one form: documents by their title, proposals by their matter. */
  readonly versions: readonly {
    readonly of: 'document' | 'proposal';
    readonly name: string;
    readonly count: number;
  }[];
  readonly outcomes: readonly Reached[];
}

export function measuresOf(
  arrangement: Arrangement,
  consultation: string,
  state: Consultation,
): ConsultationMeasures {
  const { effected, entries, missed } = state;
  const began = entries[0]!.command.at;
  const since = (at: number): number => at - began;
  const of = (kind: Act['kind']) => effected.filter(({ act }) => act.kind === kind);
  const firsts = new Map(
    of('concur')
      .toReversed()
      .map((each) => [showAct(each.act), each]),
  );
  const lapses = <T>(
    begin: Entry['command']['type'],
    ended: Entry['command']['type'],
    what: (entry: Entry) => T,
  ) => lapsesOf(entries, begin, ended, what, since);
  const subject = ({ command }: Entry): string => ('of' in command ? (command.of ?? '') : '');
  return {
    consultation,
    toConsult: of('consult').length === 0 ? null : since(of('consult')[0]!.at),
    concurrences: [...firsts.values()].toReversed().map(({ act, at }) => ({ act, at: since(at) })),
    neverConsulted: neverConsulted(arrangement, state),
    departures: entries.flatMap(({ act, command, id, passedOver = [], standing }) =>
      act && standing === 'departure'
        ? [
            {
              entry: id,
              act,
              at: since(command.at),
              why: 'departure' in command ? (command.departure ?? '') : '',
              passedOver,
            },
          ]
        : [],
    ),
    missed: missed.map(({ from, of: what, what: kind }) => ({ what: kind, of: what, from })),
    linksDown: lapses('link-down', 'link-up', ({ command }): Cut => ({
      of: 'of' in command ? (command.of ?? '') : '',
      ...('with' in command && command.with !== undefined ? { with: command.with } : {}),
    })),
    absences: lapses('absent', 'present', subject),
    suspensions: lapses('suspend', 'restore', ({ command }) => ('rule' in command ? command.rule : '')),
    versions: versionsOf(entries),
    outcomes: outcomesOf(arrangement, state, since),
  };
}

function neverConsulted(
  arrangement: Arrangement,
  { case: { at, matters }, effected }: Consultation,
): readonly string[] {
  const seatsOf = (who: string): readonly string[] =>
    actingOffices(arrangement, who)
      .filter((office) => arrangement.offices.has(office))
      .map((office) => seatOf(arrangement, office, at));
  const owed = namedActs(arrangement, at).flatMap(({ kind, on, to }) =>
    kind === 'consult' && to !== undefined && matters.includes(on) ? seatsOf(to) : [],
  );
  const were = new Set(
    effected.flatMap(({ act }) => (act.kind === 'consult' && act.to !== undefined ? seatsOf(act.to) : [])),
  );
  const seats = seating(arrangement, at);
  return [...new Set(owed)].filter((seat) => seats.has(seat) && !were.has(seat));
}

/** From each entry that begins something to the one that ends it for the same. */
function lapsesOf<T>(
  entries: readonly Entry[],
  began: Entry['command']['type'],
  ended: Entry['command']['type'],
  what: (entry: Entry) => T,
  since: (at: number) => number,
): readonly Lapse<T>[] {
  return entries.flatMap((entry, place) => {
    if (entry.command.type !== began) return [];
    const name = JSON.stringify(what(entry));
    const end = entries
      .slice(place)
      .find((later) => later.command.type === ended && JSON.stringify(what(later)) === name);
    return [
      {
        of: what(entry),
        from: since(entry.command.at),
        until: end ? since(end.command.at) : null,
      },
    ];
  });
}

/** Documents of one title with other bytes, and proposals on one matter. */
function versionsOf(entries: readonly Entry[]): ConsultationMeasures['versions'] {
  const documents = entries.flatMap(({ command }) =>
    'document' in command && command.document ? [command.document] : [],
  );
  const proposals = entries.flatMap(({ command }) => (command.type === 'plan' ? [command.on] : []));
  const counts = [
    ...[...Map.groupBy(documents, ({ title }) => title)].map(([name, forms]) => ({
      of: 'document' as const,
      name,
      count: new Set(forms.map(({ hash }) => hash)).size,
    })),
    ...[...Map.groupBy(proposals, (on) => on)].map(([name, forms]) => ({
      of: 'proposal' as const,
      name,
      count: forms.length,
    })),
  ];
  return counts.filter(({ count }) => count > 1);
}

/** What can be decided or executed on the matters, when it was, and how soon it could have been. */
function outcomesOf(
  arrangement: Arrangement,
  { case: { frame, matters }, effected }: Consultation,
  since: (at: number) => number,
): readonly Reached[] {
  const powers = [...arrangement.powers.values()].filter(
    ({ act, ...power }) =>
      (act.kind === 'decide' || act.kind === 'execute') &&
      matters.includes(act.on) &&
      holdsOn(power, frame.at),
  );
  const acts = new Map(powers.map(({ act }) => [showAct(act), act]));
  return [...acts.values()].map((act) => {
    const found = effected.find((each) => showAct(each.act) === showAct(act));
    const { at, path } = new Timing(arrangement, frame, 'proper', act).path(({ least }) => least);
    const paced = Number.isFinite(at) && path.some(({ pace }) => pace !== undefined);
    return {
      act,
      at: found ? since(found.at) : null,
      ...(found ? { standing: found.standing } : {}),
      shortest: paced ? at * 1000 : null,
    };
  });
}
