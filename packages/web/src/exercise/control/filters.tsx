import type { ReactNode } from 'react';
import { Field } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { useSay } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import type { Looking } from '../query.ts';
import { useWording } from '../wording.tsx';
import { say as words } from '../words.ts';
import { say } from './words.ts';

const STATES = ['planned', 'held', 'sent', 'skipped'] as const;
const ANY = '';

/** Which part of the list is looked at. Another choice begins at the first row. */
export function Filters({
  look,
  looking,
}: {
  readonly looking: Looking;
  readonly look: (by: Looking) => void;
}): ReactNode {
  const { scenario } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const wording = useWording();
  const parts = Object.values(scenario.parts ?? {});
  const any = { id: ANY, label: told('any') };
  const choose = (key: string) => (value: string) => look({ [key]: value, page: '' });
  return (
    <search className="filters screen-only">
      {parts.length > 0 && (
        <Select
          label={told('part')}
          chosen={looking['part'] ?? ANY}
          options={[any, ...parts.map(({ id, name }) => ({ id, label: wording(name) }))]}
          onChoose={choose('part')}
        />
      )}
      <Select
        label={told('cell')}
        chosen={looking['cell'] ?? ANY}
        options={[
          any,
          ...Object.values(scenario.cells).map(({ id, name }) => ({ id, label: wording(name) })),
        ]}
        onChoose={choose('cell')}
      />
      <Select
        label={told('state')}
        chosen={looking['state'] ?? ANY}
        options={[any, ...STATES.map((id) => ({ id, label: word(`state-${id}`) }))]}
        onChoose={choose('state')}
      />
      <Field label={told('find')} value={looking['find'] ?? ''} onChange={choose('find')} type="search" />
    </search>
  );
}
