/** Writing a message: to whom, what, and whether it asks for an answer. */
import { useState, type ReactNode } from 'react';
import { Area } from '../../parts/area.tsx';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/select.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useSay } from '../../text/speak.ts';
import { CONTROL, useNames, usePlaying, type Playing } from '../frame/playing.ts';
import { say as words } from '../words.ts';
import { useKept } from './use-kept.ts';
import { say } from './words.ts';

/** Whom one can write to: control, the cells, and their seats. */
function addressees({ me, scenario }: Playing): readonly string[] {
  const cells = Object.values(scenario.cells);
  const others = cells.flatMap(({ id, seats }) => [id, ...seats]).filter((each) => each !== me.seat);
  return [CONTROL, ...others];
}

interface Props {
  /** Where it goes unless it is said otherwise. */
  readonly to?: string;
  /** The inject or message that it replies to. */
  readonly about?: string;
  readonly asks?: boolean;
  readonly done?: () => void;
}

export function Compose({ about, asks: asking = false, done, to: usual = CONTROL }: Props): ReactNode {
  const playing = usePlaying();
  const { ask, path } = playing;
  const told = useSay(say);
  const word = useSay(words);
  const name = useNames();
  const [text, setText] = useKept(`foedus.message ${path} ${about ?? ''}`);
  const [to, setTo] = useState(usual);
  const [asks, setAsks] = useState(asking);
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const sent = await ask({
      type: 'write',
      to: [to],
      text: text.trim(),
      ...(about === undefined ? {} : { about }),
      ...(asks ? { asks } : {}),
    });
    setBusy(false);
    if (!sent) return;
    setText('');
    setAsks(false);
    done?.();
  };
  return (
    <form
      className="compose stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Select
        label={told('to-whom')}
        options={addressees(playing).map((id) => ({ id, label: name(id) }))}
        chosen={to}
        onChoose={setTo}
      />
      <Area label={word('text')} value={text} onChange={setText} maxLength={10_000} rows={3} />
      <div className="cluster">
        <Switch isSelected={asks} onChange={setAsks}>
          {told('asks')}
        </Switch>
        <Button type="submit" weight="main" isDisabled={busy || text.trim() === ''}>
          {word('send')}
        </Button>
        {done && <Button onPress={done}>{word('give-up')}</Button>}
      </div>
    </form>
  );
}
