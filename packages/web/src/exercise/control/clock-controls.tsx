/** Starting, stopping and setting the clock: the director's. */
import { useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Select } from '../../parts/select.tsx';
import { useSay } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import { say as words } from '../words.ts';
import { JumpDialog } from './jump-dialog.tsx';
import { say } from './words.ts';

/** Scenario seconds to a real second. */
const RATES = [0.5, 1, 2, 5, 10, 30, 60, 120, 600, 3600];

export function ClockControls(): ReactNode {
  const { ask, me, seen } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const [open, setOpen] = useState<'jump' | 'endex'>();
  const { clock, phase } = seen;
  if (me.role !== 'director') return null;
  const close = (): void => setOpen(undefined);
  const rates = RATES.includes(clock.rate) ? RATES : [...RATES, clock.rate].toSorted((a, b) => a - b);
  return (
    <div className="panel clock-controls screen-only" role="toolbar" aria-label={told('clock')}>
      {phase === 'planned' && (
        <Button weight="main" onPress={() => void ask({ type: 'startex' })}>
          {told('startex')}
        </Button>
      )}
      {phase === 'running' && (
        <Button weight="main" onPress={() => void ask({ type: 'pause' })}>
          {told('pause')}
        </Button>
      )}
      {phase === 'paused' && (
        <Button weight="main" onPress={() => void ask({ type: 'resume' })}>
          {told('resume')}
        </Button>
      )}
      {(phase === 'running' || phase === 'paused') && (
        <>
          <Button onPress={() => void ask({ type: 'step' })}>{told('step')}</Button>
          <Button onPress={() => setOpen('jump')}>{told('jump')}</Button>
        </>
      )}
      {phase !== 'ended' && (
        <div className="clock-rate">
          <Select
            label={told('rate')}
            chosen={String(clock.rate)}
            options={rates.map((rate) => ({ id: String(rate), label: told('rate-times', { rate }) }))}
            onChoose={(rate) => void ask({ type: 'set-rate', rate: Number(rate) })}
          />
        </div>
      )}
      {(phase === 'running' || phase === 'paused') && (
        <Button onPress={() => setOpen('endex')}>{told('endex')}</Button>
      )}
      {open === 'jump' && <JumpDialog onClose={close} />}
      <Dialog
        title={told('endex-title')}
        isOpen={open === 'endex'}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{word('give-up')}</Button>
            <Button
              weight="main"
              onPress={() => {
                close();
                void ask({ type: 'endex' });
              }}
            >
              {told('endex-do')}
            </Button>
          </>
        }
      >
        <p>{told('endex-help')}</p>
      </Dialog>
    </div>
  );
}
