/** What a judgement can rest on: entries of the consultations' records, injects, messages and refused acts. */
import type { Arrangement, consultation, exercise, Lang } from '@foedus/kernel';
import { commandInWords } from '../../room/course/command-words.ts';
import { worded } from '../wording.tsx';
import type { Moment } from './records.ts';

/** Something that can be cited, in words. */
export interface Citable {
  readonly evidence: exercise.Evidence;
  /** Unique among all that can be cited. */
  readonly id: string;
  readonly elapsed: number;
  readonly says: string;
}

export function evidenceId(of: exercise.Evidence): string {
  switch (of.of) {
    case 'entry':
      return `entry ${of.consultation} ${of.entry}`;
    case 'inject':
      return `inject ${of.inject}`;
    case 'message':
      return `message ${of.message}`;
    case 'refusal':
      return `refusal ${of.refusal}`;
  }
}

interface From {
  readonly seen: exercise.SeenExercise;
  readonly cases: Moment['cases'];
  readonly arrangement: Arrangement;
  readonly startex: number;
  readonly lang: Lang;
  readonly name: (id: string) => string;
  readonly refusal: (refused: exercise.RefusedAct) => string;
}

function entryInWords(
  { command }: consultation.Entry,
  { arrangement, lang, name }: Pick<From, 'arrangement' | 'lang' | 'name'>,
): string {
  const what = commandInWords(arrangement, command, false)[lang];
  const text = 'text' in command ? (command.text ?? '') : '';
  return [name(command.seat), what, text].filter((each) => each !== '').join(' · ');
}

/** Everything that can be cited, the newest first. */
export function citables(from: From): readonly Citable[] {
  const { cases, lang, name, refusal, seen, startex } = from;
  const of = (evidence: exercise.Evidence, elapsed: number, says: string): Citable => ({
    evidence,
    id: evidenceId(evidence),
    elapsed,
    says,
  });
  const entries = Object.entries(cases).flatMap(([consultation, { entries: all }]) =>
    all.map((entry) =>
      of(
        { of: 'entry', consultation, entry: entry.id },
        entry.command.at - startex,
        entryInWords(entry, from),
      ),
    ),
  );
  const injects = seen.inbox.map(({ elapsed, inject, title }) =>
    of({ of: 'inject', inject }, elapsed, `${inject} ${worded(title, lang).text}`),
  );
  const messages = seen.messages.map(({ elapsed, from: by, id, text }) =>
    of({ of: 'message', message: id }, elapsed, `${name(by)}: ${text}`),
  );
  const refusals = (seen.judging?.refusals ?? []).map((each) =>
    of({ of: 'refusal', refusal: each.id }, each.elapsed, `${name(each.seat)} · ${refusal(each)}`),
  );
  return [...entries, ...injects, ...messages, ...refusals].toSorted((a, b) => b.elapsed - a.elapsed);
}
