/** Runs of one scenario side by side. */
import { actInWords, readOutcome, type Arrangement, type exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { listExercises, scenarioOf, type ExerciseHead, type Scenario } from '../../api/exercises.ts';
import { compared } from '../../api/reviews.ts';
import { Trouble } from '../../api/problem.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { open } from '../../engine/library.ts';
import { Condition, Failure, Loading } from '../../parts/condition.tsx';
import { Select } from '../../parts/select.tsx';
import { Switch } from '../../parts/switch.tsx';
import { Table } from '../../parts/table.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { elapsedInDigits } from '../time.ts';
import { useWording } from '../wording.tsx';
import { say as shared } from '../words.ts';
import { say } from './words.ts';

export default function ComparisonPage(): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const [loaded, again] = useLoaded('exercises', listExercises);
  const title = told('compare');
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  const groups = [...Map.groupBy(loaded.value, ({ scenario }) => scenario)].filter(
    ([, runs]) => runs.length > 1,
  );
  return (
    <div className="list-page stack">
      <title>{`${title} · ${word('product')}`}</title>
      <h1>{title}</h1>
      <p className="soft">{told('compare-lead')}</p>
      {groups.length === 0 ? (
        <Condition sign="∅" title={told('compare-none')} />
      ) : (
        <Choose groups={new Map(groups)} />
      )}
    </div>
  );
}

function Choose({ groups }: { readonly groups: ReadonlyMap<string, readonly ExerciseHead[]> }): ReactNode {
  const told = useSay(say);
  const share = useSay(shared);
  const wording = useWording();
  const [scenario, setScenario] = useState([...groups.keys()][0]!);
  const [left, leave] = useState<readonly string[]>([]);
  const runs = (groups.get(scenario) ?? []).toReversed();
  const chosen = runs.filter(({ id }) => !left.includes(id)).map(({ id }) => id);
  return (
    <>
      <Select
        label={told('scenario')}
        chosen={scenario}
        options={[...groups].map(([id, [first]]) => ({ id, label: wording(first?.name ?? {}) }))}
        onChoose={setScenario}
      />
      <fieldset className="choices">
        <legend>{told('compare-choose')}</legend>
        {runs.map(({ id, phase }, index) => (
          <Switch
            key={id}
            isSelected={chosen.includes(id)}
            onChange={(is) => leave(is ? left.filter((each) => each !== id) : [...left, id])}
          >
            {told('run', { number: index + 1 })} · {share(`phase-${phase}`)}
          </Switch>
        ))}
      </fieldset>
      {chosen.length < 2 ? (
        <p>{told('compare-few')}</p>
      ) : (
        <Compared
          key={chosen.join()}
          scenario={scenario}
          ids={chosen}
          numbers={chosen.map((id) => runs.findIndex((run) => run.id === id) + 1)}
        />
      )}
    </>
  );
}

interface Known {
  readonly comparison: exercise.Comparison;
  readonly scenario: Scenario;
  readonly arrangement: Arrangement;
}

async function load(id: string, ids: readonly string[]): Promise<Known> {
  const [comparison, scenario] = await Promise.all([compared(ids), scenarioOf(id)]);
  const { read } = await open(scenario.arrangement);
  if (!read.ok) throw new Trouble('failed');
  return { comparison, scenario, arrangement: read.value };
}

const COUNTS: readonly exercise.Figure[] = [
  'injects-sent',
  'refused',
  'missed',
  'unanswered',
  'never-consulted',
  'departures',
];

function Compared({
  ids,
  numbers,
  scenario,
}: {
  readonly scenario: string;
  readonly ids: readonly string[];
  readonly numbers: readonly number[];
}): ReactNode {
  const told = useSay(say);
  const share = useSay(shared);
  const text = useText();
  const wording = useWording();
  const [loaded, again] = useLoaded(`comparison ${ids.join()}`, () => load(scenario, ids));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  const { arrangement, comparison, scenario: known } = loaded.value;
  const says = new Map(
    Object.values(known.injects).flatMap(({ expected }) => expected.map((each) => [each.id, each.says])),
  );
  const tasks = new Map(
    Object.values(known.objectives)
      .flatMap(({ capabilities }) => Object.values(capabilities))
      .flatMap((capability) => Object.values(capability.tasks).map((task) => [task.id, task.name])),
  );
  const outcome = (sentence: string): string => {
    const read = readOutcome(sentence, arrangement);
    return read.ok ? text(actInWords(arrangement, read.value)) : sentence;
  };
  return (
    <>
      <Lines
        title={told('figure')}
        numbers={numbers}
        lines={comparison.figures}
        name={({ of }) => told(`figure-${of}`)}
        value={(value, { of }) => (COUNTS.includes(of) ? String(value) : elapsedInDigits(value))}
      />
      <Lines
        title={told('outcomes')}
        numbers={numbers}
        lines={comparison.outcomes}
        name={({ of }) => outcome(of)}
        value={elapsedInDigits}
      />
      <Lines
        title={told('expectations')}
        numbers={numbers}
        lines={comparison.expectations}
        name={({ of }) => wording(says.get(of) ?? {}) || of}
        value={(value) => share(`verdict-${value}`)}
      />
      <Lines
        title={told('tasks')}
        numbers={numbers}
        lines={comparison.tasks}
        name={({ of }) => wording(tasks.get(of) ?? {}) || of}
        value={(value) => `${value} · ${share(`rating-${value}`)}`}
      />
    </>
  );
}

function Lines<K extends string, T>({
  lines,
  name,
  numbers,
  title,
  value,
}: {
  readonly title: string;
  readonly numbers: readonly number[];
  readonly lines: readonly exercise.Line<K, T>[];
  readonly name: (line: exercise.Line<K, T>) => string;
  readonly value: (value: T, line: exercise.Line<K, T>) => string;
}): ReactNode {
  const told = useSay(say);
  if (lines.length === 0) return null;
  return (
    <Table caption={title} heads={[title, ...numbers.map((number) => told('run', { number }))]}>
      {lines.map((line) => (
        <tr key={`${line.consultation ?? ''} ${line.of}`}>
          <th scope="row">{name(line)}</th>
          {line.values.map((each, index) => (
            // Runs stay in their order.
            <td key={index}>{each === null ? '–' : value(each, line)}</td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
