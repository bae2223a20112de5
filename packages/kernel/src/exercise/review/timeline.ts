/** Who acted when, and who was awaited by whom: what is drawn of an exercise. */
import { elapsedSince } from '../run/stage.ts';
import type { Elapsed } from '../run/clock.ts';
import type { Evidence } from '../run/model.ts';
import { asRequest, type Recorded } from '../../consultation/command.ts';
import { DIRECTOR } from '../../authority/director.ts';
import { names } from '../../authority/players.ts';
import type { ExerciseRecord } from './record.ts';

export interface Moment {
  readonly elapsed: Elapsed;
  /** A seat, a participant, `control`, or the exercise's director in a consultation. */
  readonly who: string;
  readonly what: 'inject' | 'entry' | 'refused' | 'message' | 'met' | 'missed';
  /** The type of a command, the serial of an inject, the id of an expectation. */
  readonly of: string;
  readonly evidence?: Evidence;
}

/** All that happened, in the order in which it did. */
export function timeline({ events, stage, state }: ExerciseRecord): readonly Moment[] {
  const { cases, scenario } = stage;
  const own = events.flatMap((event): readonly Moment[] => {
    const { elapsed } = event;
    switch (event.type) {
      case 'sent': {
        const { inject } = event;
        return [{ elapsed, who: 'control', what: 'inject', of: inject, evidence: { of: 'inject', inject } }];
      }
      case 'judged':
        return [{ elapsed, who: 'control', what: event.verdict, of: event.expectation }];
      case 'refused': {
        const { command, id, seat } = event;
        const evidence = { of: 'refusal', refusal: id } as const;
        return [{ elapsed, who: seat, what: 'refused', of: command, evidence }];
      }
      default:
        return [];
    }
  });
  const said = state.messages.map(({ elapsed, from, id }): Moment => {
    const evidence = { of: 'message', message: id } as const;
    return { elapsed, who: from, what: 'message', of: id, evidence };
  });
  const acted = [...cases].flatMap(([consultation, { entries }]) =>
    entries.map(({ command, id }): Moment => {
      const evidence = { of: 'entry', consultation, entry: id } as const;
      const elapsed = elapsedSince(scenario, command.at);
      return { elapsed, who: command.seat, what: 'entry', of: command.type, evidence };
    }),
  );
  // At one moment what was done stands before what came of it.
  return [...acted, ...said, ...own].toSorted((one, other) => one.elapsed - other.elapsed);
}

/** Somebody was asked, and until when he was awaited. */
export interface Wait {
  readonly consultation: string;
  /** The request, or the entry by which a party was consulted. */
  readonly entry: string;
  readonly by: string;
  /** An office, a body or a party. */
  readonly on: string;
  readonly from: Elapsed;
  /** `null`: to the end. */
  readonly until: Elapsed | null;
}

/** Whoever was asked or consulted is awaited until he puts something on the record that names what he was asked. */
export function waits({ stage }: ExerciseRecord): readonly Wait[] {
  const { arrangement, cases, scenario } = stage;
  return [...cases].flatMap(([consultation, { entries }]) =>
    entries.flatMap(({ command, id }): readonly Wait[] => {
      const on = askedOf(command);
      if (on === undefined || command.seat === DIRECTOR) return [];
      const offices = names(arrangement, on);
      const answer = entries.find(
        (entry) =>
          'about' in entry.command && entry.command.about === id && offices.has(entry.command.office),
      );
      return [
        {
          consultation,
          entry: id,
          by: command.seat,
          on,
          from: elapsedSince(scenario, command.at),
          until: answer ? elapsedSince(scenario, answer.command.at) : null,
        },
      ];
    }),
  );
}

function askedOf(command: Recorded): string | undefined {
  return asRequest(command)?.to ?? (command.type === 'consult' ? command.to : undefined);
}
