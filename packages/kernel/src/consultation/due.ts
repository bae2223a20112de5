/** What falls due: silences that run, answers asked for, and what is owed after an act. */
import { showAct, type Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { names } from '../authority/players.ts';
import { TRUTH } from './algebra.ts';
import { inEach, settled } from './circumstance.ts';
import { after, momentOf, runAt, type Instant } from './clock.ts';
import { asRequest, type Recorded } from './command.ts';
import { entriesFor, knownTo } from './knowledge.ts';
import { Reckoning } from './reckoning.ts';
import type { Consultation, Owed } from './state.ts';
import { viewerId, type Viewer } from './viewer.ts';

export interface Due {
  readonly what: 'silence' | 'answer' | 'duty';
  /** The proposal, the request, or the duty. */
  readonly of: string;
  /** What silence would give, or the act after which something is owed. */
  readonly act?: Act;
  /** From whom: an office, a body or a party; of a duty, who did the act. */
  readonly from: string;
  /** `null`: no time is set, or the clock stands. */
  readonly until: Instant | null;
  readonly overdue: boolean;
  /** The clock of this silence stands, because whose silence it is can not be reached. */
  readonly held?: true;
}

/** What falls due, soonest first, as far as a viewer may see it. */
export function due(
  arrangement: Arrangement,
  state: Consultation,
  viewer: Viewer,
  now: Instant,
): readonly Due[] {
  const entries = entriesFor(arrangement, state, viewer);
  const seen = new Set(entries.map(({ id }) => id));
  const ran = runAt(state.clock, now);
  const silences = state.silences
    .filter((each) => each.state === 'running' && seen.has(each.proposal))
    .map(({ act, heldSince, proposal, until }): Due => ({
      what: 'silence',
      of: proposal,
      act,
      from: act.by,
      until: heldSince === undefined ? momentOf(state.clock, until) : null,
      overdue: false,
      ...(heldSince === undefined ? {} : { held: true }),
    }));
  const answered = new Set(
    entries.flatMap(({ command }) => {
      const request = answeredBy(command);
      return request === undefined ? [] : [`${command.office} ${request}`];
    }),
  );
  const requests = entries.flatMap((entry): Due[] => {
    const { id, since } = entry;
    const command = asRequest(entry.command);
    if (!command) return [];
    const asked = [...names(arrangement, command.to)];
    if (asked.some((office) => answered.has(`${office} ${id}`))) return [];
    const until = command.within === undefined ? undefined : after(since, command.within);
    return [
      {
        what: 'answer',
        of: id,
        from: command.to,
        until: until === undefined ? null : momentOf(state.clock, until),
        overdue: until !== undefined && until < ran,
      },
    ];
  });
  const duties = state.owed
    .filter((each) => each.viewers.includes(viewerId(viewer)) && !isMet(arrangement, state, viewer, each))
    .map(({ act, duty, since, within }): Due => {
      const until = within === undefined ? undefined : after(since, within);
      return {
        what: 'duty',
        of: duty,
        act,
        from: act.by,
        until: until === undefined ? null : momentOf(state.clock, until),
        overdue: until !== undefined && until < ran,
      };
    });
  return [...silences, ...requests, ...duties].toSorted(
    (a, b) => (a.until ?? Infinity) - (b.until ?? Infinity),
  );
}

/** The request to which a command is an answer. */
function answeredBy(command: Recorded): string | undefined {
  switch (command.type) {
    case 'answer':
    case 'refuse-release':
      return command.about;
    case 'release':
      return command.answering;
    default:
      return undefined;
  }
}

/** Whether what is owed has been done, whatever is left open. */
function isMet(arrangement: Arrangement, state: Consultation, viewer: Viewer, owed: Owed): boolean {
  const must = arrangement.duties.get(owed.duty)?.cases.find(({ label }) => label === owed.label)?.must;
  if (!must) return true;
  const done = knownTo(arrangement, state, viewer);
  return inEach(arrangement, settled(arrangement, state), (world) =>
    new Reckoning(arrangement, state.case.at, world, TRUTH, done, () => false).formula(must, 'valid'),
  ).every(({ is }) => is);
}

/** What running silences would give and until when, by the sentence of the act. */
export function givenBySilence(all: readonly Due[]): ReadonlyMap<string, Due> {
  return new Map(
    all.flatMap((each) => (each.what === 'silence' && each.act ? [[showAct(each.act), each]] : [])),
  );
}
