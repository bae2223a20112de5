import { parseWhen, type Day } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';
import { Field } from './field.tsx';

interface Props {
  readonly label: string;
  readonly day: Day;
  readonly onChange: (day: Day) => void;
}

/** A day, written as everywhere in Foedus: `2024`, `2024-10` or `2024-10-01`. It counts when it is left, or at Enter. */
export function DayField({ label, day, onChange }: Props): ReactNode {
  const word = useSay(say);
  const [draft, setDraft] = useState<string>();
  const read = draft === undefined ? undefined : parseWhen(draft.trim());
  const settle = (): void => {
    if (draft === undefined || !read) return;
    setDraft(undefined);
    if (read.day !== day) onChange(read.day);
  };
  const unfinished = draft !== undefined && /^[\d-]{0,9}$/.test(draft);
  return (
    <div className="day-field">
      <Field
        label={label}
        value={draft ?? day}
        onChange={setDraft}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
          if (event.key === 'Escape') setDraft(undefined);
        }}
        wrong={draft === undefined || read || unfinished ? undefined : word('day-wrong')}
      />
    </div>
  );
}
