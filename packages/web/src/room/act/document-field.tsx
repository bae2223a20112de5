/** A document that goes with it. It is stored when it is chosen; nobody sees it before an item that names it is recorded. */
import type { consultation } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { problemOf, type Problem } from '../../api/problem.ts';
import { send, type Told } from '../../api/send.ts';
import { Button as Plain } from '../../parts/button.tsx';
import { Refused } from '../../parts/refused.tsx';
import { useSay } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { bytesInWords } from '../documents/size.ts';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';
import type { Draft } from './draft.ts';

type Stored = Omit<consultation.Document, 'title'>;
type State = 'no' | 'storing' | { readonly refused: Told } | { readonly problem: Problem };

const UNKNOWN_TYPE = 'application/octet-stream';

export function DocumentField({
  draft,
  change,
}: {
  readonly draft: Draft;
  readonly change: (more: Partial<Draft>) => void;
}): ReactNode {
  const { path } = useRoom();
  const told = useSay(say);
  const word = useSay(words);
  const [state, setState] = useState<State>('no');

  const store = async (file: File): Promise<void> => {
    setState('storing');
    try {
      const typed = file.type === '' ? new Blob([file], { type: UNKNOWN_TYPE }) : file;
      const answer = await send<Stored>(`${path}/documents`, { file: typed });
      if (answer.ok) {
        const { hash, mediaType, size } = answer.value;
        change({ document: { title: file.name, hash, mediaType, size } });
        setState('no');
      } else setState({ refused: answer.told });
    } catch (thrown) {
      setState({ problem: problemOf(thrown) });
    }
  };

  return (
    <div className="cluster document-field">
      <span className="field-label">{told('document')}</span>
      {draft.document ? (
        <>
          <span>
            {draft.document.title} <span className="soft">{bytesInWords(draft.document.size)}</span>
          </span>
          <Plain weight="quiet" onPress={() => change({ document: undefined })}>
            {told('take-off')}
          </Plain>
        </>
      ) : (
        <FileTrigger onSelect={(files) => files?.[0] && void store(files[0])}>
          <Button className="button button-plain" isDisabled={state === 'storing'}>
            {told(state === 'storing' ? 'storing' : 'attach')}
          </Button>
        </FileTrigger>
      )}
      {typeof state === 'object' && 'refused' in state && <Refused told={state.refused} />}
      {typeof state === 'object' && 'problem' in state && (
        <span role="alert" className="field-wrong">
          {word(`problem-${state.problem}`)}
        </span>
      )}
    </div>
  );
}
