/** Corrective actions that follow from a finding, each with its owner: they go into the next exercise. */
import type { exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { Tag, type Mood } from '../../parts/tag.tsx';
import { useSay } from '../../text/speak.ts';
import { judges, usePlaying } from '../frame/playing.ts';
import { say as words } from '../words.ts';
import { say } from './words.ts';

type Status = exercise.CorrectiveAction['status'];
const STATUSES: readonly Status[] = ['open', 'under-way', 'done'];
export const STATUS_MOODS: Readonly<Record<Status, Mood>> = {
  open: 'neutral',
  'under-way': 'partly',
  done: 'good',
};

export function Actions({ finding }: { readonly finding: exercise.Finding }): ReactNode {
  const playing = usePlaying();
  const told = useSay(say);
  const [writing, setWriting] = useState<exercise.CorrectiveAction | 'new'>();
  const actions = (playing.seen.judging?.actions ?? []).filter((each) => each.finding === finding.id);
  const may = judges(playing);
  return (
    <div className="stack">
      <p className="field-label">{told('actions')}</p>
      {actions.length === 0 && <p className="soft">{told('actions-none')}</p>}
      {actions.length > 0 && (
        <ul className="plain-list">
          {actions.map((each) => (
            <li key={each.id} className="cluster" data-action={each.id}>
              <Tag mood={STATUS_MOODS[each.status]}>{told(`status-${each.status}`)}</Tag>
              <span lang="">{each.text}</span>
              <span className="soft">
                {told('owner')}: <span lang="">{each.owner}</span> {each.until}
              </span>
              {may && (
                <Button
                  weight="quiet"
                  aria-label={told('action-edit-named', { text: each.text.slice(0, 60) })}
                  onPress={() => setWriting(each)}
                >
                  {told('action-edit')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && writing === undefined && (
        <div>
          <Button
            aria-label={told('action-new-named', { text: finding.text.slice(0, 60) })}
            onPress={() => setWriting('new')}
          >
            {told('action-new')}
          </Button>
        </div>
      )}
      {writing !== undefined && (
        <ActionForm
          key={writing === 'new' ? 'new' : writing.id}
          finding={finding.id}
          of={writing === 'new' ? undefined : writing}
          done={() => setWriting(undefined)}
        />
      )}
    </div>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function ActionForm({
  done,
  finding,
  of,
}: {
  readonly finding: string;
  readonly of: exercise.CorrectiveAction | undefined;
  readonly done: () => void;
}): ReactNode {
  const { ask } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const [action] = useState(() => of?.id ?? crypto.randomUUID());
  const [text, setText] = useState(of?.text ?? '');
  const [owner, setOwner] = useState(of?.owner ?? '');
  const [until, setUntil] = useState(of?.until ?? '');
  const [status, setStatus] = useState<Status>(of?.status ?? 'open');
  const isDay = until === '' || DAY.test(until);
  const submit = async (): Promise<void> => {
    const by = until === '' ? {} : { until };
    const what = { finding, action, text: text.trim(), owner: owner.trim(), status };
    if (await ask({ type: 'assign', ...what, ...by })) done();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={told('action')} value={text} onChange={setText} />
      <div className="form-row">
        <Field label={told('owner')} value={owner} onChange={setOwner} maxLength={200} />
        <Field
          label={told('until')}
          value={until}
          onChange={setUntil}
          hint={told('until-hint')}
          wrong={isDay ? undefined : told('until-hint')}
        />
        <Select
          label={told('status')}
          chosen={status}
          options={STATUSES.map((id) => ({ id, label: told(`status-${id}`) }))}
          onChoose={setStatus}
        />
      </div>
      <div className="cluster">
        <Button type="submit" weight="main" isDisabled={text.trim() === '' || owner.trim() === '' || !isDay}>
          {told('action-do')}
        </Button>
        <Button onPress={done}>{word('give-up')}</Button>
      </div>
    </form>
  );
}
