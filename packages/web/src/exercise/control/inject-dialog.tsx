/** Writing an inject while the exercise runs: one of the list, or one that nobody thought of. */
import { exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Area } from '../../parts/area.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Field } from '../../parts/field.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { Select } from '../../parts/select.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useLang, useSay } from '../../text/speak.ts';
import { useNames, usePlaying } from '../frame/playing.ts';
import { readElapsed } from '../time.ts';
import { say as words } from '../words.ts';
import { useWording } from '../wording.tsx';
import { draftOf, editOf, emptyDraft, freeSerial, isComplete, type InjectDraft } from './inject-draft.ts';
import { say } from './words.ts';

interface Props {
  /** Without it, a new one. */
  readonly of?: exercise.Inject;
  readonly onClose: () => void;
}

export function InjectDialog({ of, onClose }: Props): ReactNode {
  const { ask, seen } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const lang = useLang();
  const [draft, setDraft] = useState(() =>
    of ? draftOf(of, lang) : emptyDraft(freeSerial((seen.board ?? []).map(({ inject }) => inject.id))),
  );
  const [busy, setBusy] = useState(false);
  const change = (more: Partial<InjectDraft>): void => setDraft({ ...draft, ...more });
  const submit = async (): Promise<void> => {
    setBusy(true);
    const edit = editOf(draft, lang, of);
    const inject = of?.id ?? draft.serial.trim();
    const done = await ask(
      of
        ? { type: 'edit', inject, edit }
        : { type: 'insert', inject, edit, ...(draft.when === 'now' ? { now: true } : {}) },
    );
    setBusy(false);
    if (done) onClose();
  };
  const action = of ? told('save') : told(draft.when === 'now' ? 'send-do' : 'insert-do');
  return (
    <Dialog
      form
      title={of ? told('edit-title', { serial: of.id }) : told('insert-title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{word('give-up')}</Button>
          <Button weight="main" isDisabled={busy || !isComplete(draft, of)} onPress={() => void submit()}>
            {action}
          </Button>
        </>
      }
    >
      <p className="soft">{told('in-language')}</p>
      <div className="form-row">
        <Field
          label={told('serial')}
          value={draft.serial}
          onChange={(serial) => change({ serial })}
          isDisabled={of !== undefined}
          maxLength={40}
        />
        <Field label={told('title')} value={draft.title} onChange={(title) => change({ title })} autoFocus />
      </div>
      <Area label={word('text')} value={draft.text} onChange={(text) => change({ text })} rows={5} />
      <Addressing draft={draft} change={change} />
      <Timing draft={draft} change={change} before={of} />
      <Kinds draft={draft} change={change} />
      <Area label={told('notes')} value={draft.notes} onChange={(notes) => change({ notes })} rows={2} />
    </Dialog>
  );
}

interface PartProps {
  readonly draft: InjectDraft;
  readonly change: (more: Partial<InjectDraft>) => void;
}

function Addressing({ change, draft }: PartProps): ReactNode {
  const { scenario } = usePlaying();
  const word = useSay(words);
  const name = useNames();
  const addresses = Object.values(scenario.cells).flatMap(({ id, seats }) => [id, ...seats]);
  return (
    <>
      <Field label={word('from')} value={draft.from} onChange={(from) => change({ from })} />
      <fieldset className="choices">
        <legend>{word('to')}</legend>
        {addresses.map((id) => (
          <Switch
            key={id}
            isSelected={draft.to.includes(id)}
            onChange={(is) => change({ to: is ? [...draft.to, id] : draft.to.filter((each) => each !== id) })}
          >
            {name(id)}
          </Switch>
        ))}
      </fieldset>
    </>
  );
}

function Timing({
  before,
  change,
  draft,
}: PartProps & { readonly before: exercise.Inject | undefined }): ReactNode {
  const told = useSay(say);
  const choices = [
    ...(before ? [] : (['now'] as const)),
    'time' as const,
    'reserve' as const,
    ...(before?.due.type === 'branch' ? (['branch'] as const) : []),
  ];
  const wrong = draft.at !== '' && readElapsed(draft.at) === undefined;
  return (
    <div className="form-row">
      <div>
        <p className="field-label">{told('when')}</p>
        <Segmented
          label={told('when')}
          chosen={draft.when}
          onChoose={(when) => change({ when })}
          choices={choices.map((id) => ({ id, label: told(`when-${id}`) }))}
        />
      </div>
      {draft.when === 'time' && (
        <Field
          label={told('at')}
          value={draft.at}
          onChange={(at) => change({ at })}
          wrong={wrong ? told('at-wrong') : undefined}
        />
      )}
    </div>
  );
}

function Kinds({ change, draft }: PartProps): ReactNode {
  const { scenario } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const wording = useWording();
  const parts = Object.values(scenario.parts ?? {});
  const controllers = Object.values(scenario.controllers ?? {});
  const none = { id: '', label: told('no-part') };
  return (
    <div className="form-row">
      <Select
        label={told('method')}
        chosen={draft.method}
        options={exercise.METHODS.map((id) => ({ id, label: word(`method-${id}`) }))}
        onChoose={(method) => change({ method })}
      />
      <Select
        label={told('kind')}
        chosen={draft.kind}
        options={exercise.INJECT_KINDS.map((id) => ({ id, label: word(`kind-${id}`) }))}
        onChoose={(kind) => change({ kind })}
      />
      <Select
        label={told('status')}
        chosen={draft.status}
        options={exercise.INJECT_STATUSES.map((id) => ({ id, label: word(`status-${id}`) }))}
        onChoose={(status) => change({ status })}
      />
      {parts.length > 0 && (
        <Select
          label={told('part')}
          chosen={draft.part}
          options={[none, ...parts.map(({ id, name }) => ({ id, label: wording(name) }))]}
          onChoose={(part) => change({ part })}
        />
      )}
      {controllers.length > 0 && (
        <Select
          label={told('controller')}
          chosen={draft.controller}
          options={[none, ...controllers.map(({ id, name }) => ({ id, label: wording(name) }))]}
          onChoose={(controller) => change({ controller })}
        />
      )}
    </div>
  );
}
