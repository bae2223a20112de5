/** Setting the clock forward, and what becomes of the injects that lie between. */
import { useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Field } from '../../parts/field.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { useSay } from '../../text/speak.ts';
import { useElapsed } from '../frame/elapsed.tsx';
import { usePlaying } from '../frame/playing.ts';
import { readElapsed } from '../time.ts';
import { say as words } from '../words.ts';
import { say } from './words.ts';

const PASSED = ['send', 'hold', 'skip'] as const;

export function JumpDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { ask } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const elapsed = useElapsed();
  const [text, setText] = useState('');
  const [passed, setPassed] = useState<(typeof PASSED)[number]>('send');
  const to = readElapsed(text);
  const ahead = to !== undefined && to > elapsed;
  return (
    <Dialog
      title={told('jump-title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{word('give-up')}</Button>
          <Button
            weight="main"
            isDisabled={!ahead}
            onPress={() => {
              if (!ahead) return;
              onClose();
              void ask({ type: 'jump', to, passed });
            }}
          >
            {told('jump-do')}
          </Button>
        </>
      }
    >
      <Field
        label={told('jump-to')}
        hint={told('jump-hint')}
        value={text}
        onChange={setText}
        wrong={text === '' || ahead ? undefined : told('jump-wrong')}
        autoFocus
      />
      <div>
        <p className="field-label">{told('jump-passed')}</p>
        <Segmented
          label={told('jump-passed')}
          chosen={passed}
          onChoose={setPassed}
          choices={PASSED.map((id) => ({ id, label: told(`jump-${id}`) }))}
        />
      </div>
    </Dialog>
  );
}
