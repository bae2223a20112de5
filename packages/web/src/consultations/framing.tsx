/** What is held fixed for the whole consultation: readings that all take alike, and conditions that are known. */
import { alternativeName, holdsOn, nameOf, type Arrangement, type Day, type Frame } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Select } from '../parts/select.tsx';
import { useSay, useText } from '../text/speak.ts';
import { say } from './words.ts';

type Fixed = Omit<Frame, 'at'>;

interface Props {
  readonly arrangement: Arrangement;
  readonly at: Day;
  readonly frame: Fixed;
  readonly onChange: (frame: Fixed) => void;
}

const OPEN = 'open';

/** The record without the key, or with it anew. */
function put<V>(record: Readonly<Record<string, V>> = {}, key: string, value?: V): Record<string, V> {
  const { [key]: _, ...rest } = record;
  return value === undefined ? rest : { ...rest, [key]: value };
}

export function Framing({ arrangement, at, frame, onChange }: Props): ReactNode {
  const told = useSay(say);
  const text = useText();
  const readings = [...arrangement.readings.values()].filter((each) => holdsOn(each, at));
  const conditions = [...arrangement.conditions.values()].filter((each) => holdsOn(each, at));
  if (readings.length + conditions.length === 0) return null;
  return (
    <details className="framing">
      <summary>{told('framing')}</summary>
      <p className="soft">{told('framing-help')}</p>
      <div className="framing-grid">
        {readings.map(({ alternatives, id }) => (
          <Select
            key={id}
            label={text(nameOf(arrangement, id))}
            chosen={frame.reading?.[id] ?? OPEN}
            options={[
              { id: OPEN, label: told('left-open') },
              ...alternatives.map((each) => ({
                id: each.id,
                label: text(alternativeName(arrangement, id, each.id)),
              })),
            ]}
            onChoose={(to) =>
              onChange({ ...frame, reading: put(frame.reading, id, to === OPEN ? undefined : to) })
            }
          />
        ))}
        {conditions.map(({ id }) => {
          const given = frame.given?.[id];
          return (
            <Select
              key={id}
              label={text(nameOf(arrangement, id))}
              chosen={given === undefined ? OPEN : given ? 'true' : 'false'}
              options={[
                { id: OPEN, label: told('left-open') },
                { id: 'true', label: told('holds') },
                { id: 'false', label: told('holds-not') },
              ]}
              onChoose={(to) =>
                onChange({ ...frame, given: put(frame.given, id, to === OPEN ? undefined : to === 'true') })
              }
            />
          );
        })}
      </div>
    </details>
  );
}
