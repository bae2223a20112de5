import { ruleName, type exercise } from '@foedus/kernel';
import { useMemo, useState, type ReactNode } from 'react';
import { Area } from '../../parts/area.tsx';
import { Button } from '../../parts/button.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { Select } from '../../parts/select.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import { Cite } from '../judge/cite.tsx';
import { useWording } from '../wording.tsx';
import { say as words } from '../words.ts';
import { say } from './words.ts';

const KINDS = ['strength', 'area-for-improvement'] as const;
const NONE = '';

/** Writing a finding, or writing it anew. */
export function FindingForm({
  done,
  of,
}: {
  readonly of?: exercise.Finding;
  readonly done: () => void;
}): ReactNode {
  const { ask, scenario } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const wording = useWording();
  const [finding] = useState(() => of?.id ?? crypto.randomUUID());
  const [kind, setKind] = useState<exercise.Finding['kind']>(of?.kind ?? 'area-for-improvement');
  const [text, setText] = useState(of?.text ?? '');
  const [task, setTask] = useState(of?.task ?? NONE);
  const [rules, setRules] = useState<readonly string[]>(of?.rules ?? []);
  const [evidence, setEvidence] = useState<readonly exercise.Evidence[]>(of?.evidence ?? []);
  const tasks = Object.values(scenario.objectives ?? {})
    .flatMap(({ capabilities }) => Object.values(capabilities))
    .flatMap((capability) => Object.values(capability.tasks));
  const submit = async (): Promise<void> => {
    const about = task === NONE ? {} : { task };
    if (await ask({ type: 'find', finding, kind, text: text.trim(), ...about, rules, evidence })) done();
  };
  return (
    <form
      className="stack judging"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div>
        <Segmented
          label={told('kind')}
          chosen={kind}
          onChoose={setKind}
          choices={KINDS.map((id) => ({ id, label: told(`kind-${id}`) }))}
        />
      </div>
      <Area label={told('text')} value={text} onChange={setText} rows={3} />
      <Select
        label={told('task')}
        chosen={task}
        options={[
          { id: NONE, label: told('no-task') },
          ...tasks.map(({ id, name }) => ({ id, label: wording(name) })),
        ]}
        onChoose={setTask}
      />
      <Rules rules={rules} onChange={setRules} />
      <Cite evidence={evidence} onChange={setEvidence} />
      <div className="cluster">
        <Button type="submit" weight="main" isDisabled={text.trim() === ''}>
          {told('finding-do')}
        </Button>
        <Button onPress={done}>{word('give-up')}</Button>
      </div>
    </form>
  );
}

function Rules({
  onChange,
  rules,
}: {
  readonly rules: readonly string[];
  readonly onChange: (rules: readonly string[]) => void;
}): ReactNode {
  const { arrangement } = usePlaying();
  const told = useSay(say);
  const text = useText();
  const known = useMemo(
    () => [
      ...arrangement.powers.keys(),
      ...arrangement.duties.keys(),
      ...[...arrangement.instruments.values()].flatMap(({ clauses, id }) =>
        clauses.map((clause) => `${id}/${clause.id}`),
      ),
    ],
    [arrangement],
  );
  const name = (rule: string): string => text(ruleName(arrangement, rule));
  return (
    <div className="stack">
      {rules.length > 0 && (
        <ul className="evidence" aria-label={told('rules')}>
          {rules.map((rule) => (
            <li key={rule}>
              {name(rule)}{' '}
              <Button
                sign
                weight="quiet"
                aria-label={told('rule-remove', { rule: name(rule) })}
                onPress={() => onChange(rules.filter((each) => each !== rule))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Select
        label={told('rule-add')}
        chosen={NONE}
        options={[
          { id: NONE, label: told('rule-choose') },
          ...known.filter((rule) => !rules.includes(rule)).map((rule) => ({ id: rule, label: name(rule) })),
        ]}
        onChoose={(rule) => rule !== NONE && onChange([...rules, rule])}
      />
    </div>
  );
}
