import { useState, type ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { Select } from '../parts/select.tsx';
import { Switch } from '../parts/switch.tsx';
import { tell } from '../parts/toast.tsx';
import { useSay } from '../text/speak.ts';
import { Section } from './section.tsx';
import { say } from './words.ts';

/** What can be acted on. */
export function Controls(): ReactNode {
  const told = useSay(say);
  const [asking, ask] = useState(false);
  const [on, setOn] = useState(true);
  const [seat, setSeat] = useState<'a' | 'b'>('a');
  const seats = (['a', 'b'] as const).map((id) => ({ id, label: told(`seat-${id}`) }));
  return (
    <Section title={told('controls')}>
      <Button weight="main">{told('button-main')}</Button>
      <Button>{told('button-plain')}</Button>
      <Button weight="quiet">{told('button-quiet')}</Button>
      <Button isDisabled>{told('button-off')}</Button>
      <Switch isSelected={on} onChange={setOn}>
        {told('switch')}
      </Switch>
      <Segmented label={told('select')} choices={seats} chosen={seat} onChoose={setSeat} />
      <Select label={told('select')} options={seats} chosen={seat} onChoose={setSeat} />
      <Field label={told('field')} hint={told('field-hint')} />
      <Field label={told('field')} wrong={told('field-wrong')} defaultValue="nuclear" />
      <Button onPress={() => ask(true)}>{told('dialog-open')}</Button>
      <Button onPress={() => tell(told('toast-text'))}>{told('toast-open')}</Button>
      <Dialog
        title={told('dialog-title')}
        isOpen={asking}
        onClose={() => ask(false)}
        actions={
          <>
            <Button autoFocus onPress={() => ask(false)}>
              {told('dialog-no')}
            </Button>
            <Button weight="main" onPress={() => ask(false)}>
              {told('dialog-yes')}
            </Button>
          </>
        }
      >
        <p>{told('dialog-text')}</p>
      </Dialog>
    </Section>
  );
}
