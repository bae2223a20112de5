/** The course that willing players give a shipped scenario, as what people are to do after each inject. */
import { exercise, type consultation } from '@foedus/kernel';
import { arrangements } from '../../arrangements/testing/library.ts';
import { scenarios } from '../../scenarios/testing/library.ts';

/** What somebody does: whoever holds the seat, or the one of a cell who holds none. */
export interface Deed {
  readonly by: string;
  /** The scenario's name of the consultation in which it is an act; absent: it is asked of the exercise. */
  readonly consultation?: string;
  /** As it is sent. Under the key that it has in the course, so that items keep their names. */
  readonly command: {
    readonly key: string;
    readonly type: string;
    readonly inject?: string;
    readonly about?: string;
  };
}

/** An inject that was sent, and what is done before the next. */
export interface Scene {
  readonly inject: string;
  readonly to: readonly string[];
  readonly deeds: readonly Deed[];
}

const DIRECTOR = 'director';

export function courseOf(id: string) {
  const scenario = scenarios.get(id)!;
  const arrangement = arrangements.get(scenario.arrangement)!;
  const record = exercise.play(scenario, arrangement, { at: 0 as consultation.Instant });
  const sent = record.events.filter((event) => event.type === 'sent');
  const deeds = [...asked(record), ...acts(record)].toSorted((a, b) => a.at - b.at);
  const scenes = sent.map(({ elapsed, inject }, index): Scene => {
    const next = sent[index + 1]?.elapsed ?? Infinity;
    const { to } = record.state.injects.get(inject)!.inject;
    return { inject, to, deeds: deeds.filter(({ at }) => elapsed <= at && at < next) };
  });
  return { scenario, arrangement, record, scenes };
}

export type Course = ReturnType<typeof courseOf>;

type Timed = Deed & { readonly at: number };

function asked({ events }: exercise.ExerciseRecord): readonly Timed[] {
  return events.flatMap((event) => {
    if (event.type !== 'accepted' || event.command.by === DIRECTOR) return [];
    const { at: _, by, ...command } = event.command;
    return [{ at: event.elapsed, by, command }];
  });
}

/**
 * What seats that are played put on record, each in the consultation on the matter. Programs may say anything anywhere; people answer what
 * was last said where they sit.
 */
function acts({ records, stage, state }: exercise.ExerciseRecord): readonly Timed[] {
  const planned = [...stage.scenario.consultations.values()];
  const recorded = [...records.values()].flatMap((events) =>
    events.flatMap((event) => (event.type === 'recorded' ? [event.entry.command] : [])),
  );
  const done: Timed[] = [];
  for (const { at: moment, seat: by, ...command } of recorded.toSorted((one, other) => one.at - other.at)) {
    if (!state.participants.has(by) || command.type === 'open') continue;
    const at = moment - stage.scenario.startex;
    if ('about' in command) {
      const { consultation, ...last } = done.findLast(
        (each) => each.by !== by && exercise.sitsIn(stage, each.consultation!, by),
      )!;
      done.push({ at, by, consultation: consultation!, command: { ...command, about: nameOf(last) } });
    } else {
      const matter = 'on' in command ? command.on : '';
      const { id } = planned.find(({ matters }) => matters.includes(matter))!;
      done.push({ at, by, consultation: id, command });
    }
  }
  return done;
}

/** As the record knows it. */
function nameOf({ by, command }: Deed): string {
  return `${by}/${command.key}`;
}
