/** An arrangement in writing: its files on one side, what they come to on the other. */
import { describeFault, type Arrangement } from '@foedus/kernel';
import { useMemo, useState, type ReactNode } from 'react';
import type { Files } from '../../engine/tasks.ts';
import { Loading } from '../../parts/condition.tsx';
import { Link } from '../../place/link.tsx';
import { usePlace } from '../../place/travel.ts';
import { useLang, useSay, useText } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { useLooking } from '../explorer/use-looking.ts';
import { MapView } from '../map/map-view.tsx';
import { TimeSlider } from '../time/time-slider.tsx';
import { say } from '../words.ts';
import { ClaimsEffect } from './claims-effect.tsx';
import { Code } from './code.tsx';
import { namesOf, suggest } from './complete.ts';
import { changesIn, loadDraft, saveDraft } from './draft.ts';
import { EditorTools } from './editor-tools.tsx';
import { FaultList } from './fault-list.tsx';
import { SCHEMA } from './schema.ts';
import { useEffectOf, type Outcome } from './use-effect-of.ts';

const FIRST = 'arrangement.yaml';

function Live({
  kept,
  arrangement,
}: {
  readonly kept: string;
  readonly arrangement: Arrangement;
}): ReactNode {
  const [looking, change] = useLooking(arrangement);
  return (
    <>
      <TimeSlider arrangement={arrangement} at={looking.at} change={change} />
      <MapView arrangement={arrangement} kept={kept} looking={looking} change={change} />
    </>
  );
}

function Side({
  outcome,
  onGo,
}: {
  readonly outcome: Outcome | undefined;
  readonly onGo: (file: string) => void;
}): ReactNode {
  const told = useSay(say);
  if (!outcome) return <Loading />;
  const { faults, arrangement, claims, kept, original } = outcome;
  return (
    <>
      {faults.length > 0 && <h2>{told('faults', { count: faults.length })}</h2>}
      {faults.length > 0 && <FaultList faults={faults} onGo={({ place }) => onGo(place.file)} />}
      {faults.length === 0 && arrangement && claims && original && (
        <ClaimsEffect arrangement={arrangement} claims={claims} original={original} />
      )}
      {faults.length === 0 && !claims && <p role="status">{told('claims-reading')}</p>}
      {arrangement && <Live kept={kept} arrangement={arrangement} />}
    </>
  );
}

export default function EditorPage({
  id,
  original,
}: {
  readonly id: string;
  readonly original: Files;
}): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const text = useText();
  const lang = useLang();
  const { query } = usePlace();
  const [files, setFiles] = useState(() => loadDraft(id, original));
  const [file, setFile] = useState(FIRST);
  // A text that does not come from the keyboard comes with an editor of its own.
  const [opened, setOpened] = useState(0);
  const outcome = useEffectOf(id, files);
  const arrangement = outcome?.arrangement;
  const names = useMemo(() => (arrangement ? namesOf(arrangement, lang) : []), [arrangement, lang]);
  const marks = useMemo(
    () =>
      (outcome?.faults ?? [])
        .filter(({ place }) => place.file === file)
        .map((fault) => ({ ...fault.place, message: text(describeFault(fault)) })),
    [outcome?.faults, file, lang],
  );
  const keep = (next: Files): void => {
    setFiles(next);
    saveDraft(id, original, next);
  };
  const replace = (next: Files): void => {
    keep(next);
    setOpened((count) => count + 1);
  };
  return (
    <div className="edit">
      <title>{`${told('view-edit')} · ${id} · ${word('product')}`}</title>
      <div className="explorer-head">
        <h1>{arrangement ? text(arrangement.name) : id}</h1>
        <Link to={{ name: 'arrangement', id, view: 'map' }} query={query}>
          {told('edit-leave')}
        </Link>
      </div>
      <div className="edit-panes">
        <section className="edit-main" aria-label={told('edit-text')}>
          <EditorTools
            id={id}
            files={files}
            changed={changesIn(original, files)}
            file={file}
            onFile={setFile}
            onImport={(chosen) => replace({ ...files, ...chosen })}
            onReset={() => replace(original)}
          />
          <Code
            key={`${file} ${opened}`}
            label={file}
            text={files[file] ?? ''}
            marks={marks}
            suggest={(before) => suggest(before, SCHEMA, names)}
            onChange={(changed) => keep({ ...files, [file]: changed })}
          />
        </section>
        <section className="edit-side" aria-label={told('edit-effect')}>
          <Side outcome={outcome} onGo={setFile} />
        </section>
      </div>
    </div>
  );
}
