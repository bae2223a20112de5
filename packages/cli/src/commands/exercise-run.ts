/** `foedus exercise run`: plays a scenario with programs as players and tells its course. */
import { setTimeout } from 'node:timers/promises';
import { exercise, nameOf, plain, type Text } from '@foedus/kernel';
import { itemInWords } from '../consult/item.ts';
import { EXIT, type Exit } from '../exit.ts';
import { printJson } from '../output/json.ts';
import type { ExerciseRunOutput } from '../schema/exercise-run.ts';
import type { Shell } from '../shell.ts';
import { played, type PlayOptions } from './exercise/played.ts';
import { sayExercise } from './exercise/words.ts';

export interface RunOptions extends PlayOptions {
  readonly rate?: number;
  readonly json?: boolean;
}

/** Fails when somebody did not do what he was expected to. */
export async function runExercise(shell: Shell, path: string, options: RunOptions): Promise<Exit> {
  const record = played(shell, path, options);
  if (!record) return EXIT.input;
  const measures = exercise.measures(record);
  const verdicts = measures.expectations.map(({ verdict }) => verdict?.verdict);
  const missed = verdicts.filter((each) => each === 'missed').length;
  const { lang, out } = shell;
  if (options.json) {
    const output: ExerciseRunOutput = { marking: 'EXERCISE', ...measures };
    printJson(shell, output);
  } else {
    out.print(out.style('bold', sayExercise('exercise-marking')[lang]));
    await printCourse(shell, record, options.rate);
    const summary = sayExercise('run-summary', {
      sent: measures.injects.sent,
      met: verdicts.filter((each) => each === 'met').length,
      missed,
      refused: measures.refused.length,
    });
    out.print(out.style(missed === 0 ? 'green' : 'red', summary[lang]));
    out.print(out.style('bold', sayExercise('exercise-marking')[lang]));
  }
  return missed === 0 ? EXIT.ok : EXIT.fails;
}

async function printCourse(
  { lang, out }: Shell,
  record: exercise.ExerciseRecord,
  rate: number | undefined,
): Promise<void> {
  let before = 0;
  for (const moment of exercise.timeline(record)) {
    if (rate !== undefined) await setTimeout((moment.elapsed - before) / rate);
    before = moment.elapsed;
    const words = inWords(record, moment)[lang];
    const line = `${out.style('dim', clock(moment.elapsed))}  ${words}`;
    out.print(COLOURS[moment.what] === undefined ? line : out.style(COLOURS[moment.what]!, line));
  }
}

const COLOURS: Readonly<Partial<Record<exercise.Moment['what'], 'green' | 'red' | 'bold'>>> = {
  inject: 'bold',
  met: 'green',
  missed: 'red',
  refused: 'red',
};

/** `T+01:05:00`. */
function clock(elapsed: exercise.Elapsed): string {
  const seconds = Math.floor(elapsed / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `T+${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

function inWords({ stage, state }: exercise.ExerciseRecord, moment: exercise.Moment): Text {
  const { arrangement, cases } = stage;
  const { evidence, of, what } = moment;
  const who = nameOf(arrangement, moment.who);
  switch (what) {
    case 'inject':
      return sayExercise('moment-inject', { of, title: worded(state.injects.get(of)?.inject.title) });
    case 'met':
    case 'missed': {
      const inject = state.injects.get(state.expectations.get(of) ?? '')?.inject;
      const says = inject?.expected.find(({ id }) => id === of)?.says;
      return sayExercise(`moment-${what}`, { says: worded(says) });
    }
    case 'refused': {
      const refusal = evidence?.of === 'refusal' ? evidence.refusal : '';
      const code = state.refusals.find(({ id }) => id === refusal)?.code ?? '';
      return sayExercise('moment-refused', { who, of, code });
    }
    case 'message': {
      const message = state.messages.find(({ id }) => id === of);
      const to = message?.to.join(', ') ?? '';
      return sayExercise('moment-message', { who, to, text: message?.text ?? '' });
    }
    case 'entry': {
      const entry =
        evidence?.of === 'entry'
          ? cases.get(evidence.consultation)?.entries.find(({ id }) => id === evidence.entry)
          : undefined;
      return entry ? itemInWords(arrangement, entry) : plain(of);
    }
  }
}

/** In the language asked for, else in whichever it is written. */
function worded(wording: exercise.Wording | undefined): Text {
  const any = Object.values(wording ?? {})[0] ?? '';
  return { en: wording?.en ?? any, ko: wording?.ko ?? any, ja: wording?.ja ?? any };
}
