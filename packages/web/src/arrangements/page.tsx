/** An arrangement: loading it, and then the explorer or the editor. */
import { describeFault, type Fault } from '@foedus/kernel';
import { lazy, type ReactNode } from 'react';
import { useLoaded } from '../api/use-loaded.ts';
import { open } from '../engine/library.ts';
import { Condition, Failure, Loading } from '../parts/condition.tsx';
import type { View } from '../place/place.ts';
import { useSay, useText } from '../text/speak.ts';
import { Explorer } from './explorer/explorer.tsx';
import { say } from './words.ts';

const Editor = lazy(() => import('./edit/editor-page.tsx'));

function Faulty({ faults }: { readonly faults: readonly Fault[] }): ReactNode {
  const told = useSay(say);
  const text = useText();
  return (
    <Condition sign="✕" title={told('faulty', { count: faults.length })}>
      <ul>
        {faults.map((fault) => (
          <li key={JSON.stringify(fault)}>
            <code>
              {fault.place.file}:{fault.place.line}:{fault.place.column}
            </code>{' '}
            {text(describeFault(fault))}
          </li>
        ))}
      </ul>
    </Condition>
  );
}

export default function ArrangementPage({
  id,
  view,
}: {
  readonly id: string;
  readonly view: View;
}): ReactNode {
  const [loaded, again] = useLoaded(id, () => open(id));
  switch (loaded.state) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <Failure problem={loaded.problem} again={again} />;
    case 'ready': {
      const { key, files, read } = loaded.value;
      if (view === 'edit') return <Editor id={id} original={files} />;
      return read.ok ? (
        <Explorer arrangement={read.value} kept={key} view={view} />
      ) : (
        <Faulty faults={read.faults} />
      );
    }
  }
}
