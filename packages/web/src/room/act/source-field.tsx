/** Whether the text copies, quotes or translates an item: then it keeps that item's originator and goes no wider. */
import type { ReactNode } from 'react';
import { Select } from '../../parts/select.tsx';
import { useSay } from '../../text/speak.ts';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';
import type { Draft } from './draft.ts';

const OWN = '';
const RELATIONS = ['quote', 'copy', 'translation'] as const;

export function SourceField({
  draft,
  change,
}: {
  readonly draft: Draft;
  readonly change: (more: Partial<Draft>) => void;
}): ReactNode {
  const { shown } = useRoom();
  const told = useSay(say);
  const items = shown.history.filter(
    ({ command, recalled }) => 'marking' in command && recalled === undefined,
  );
  if (items.length === 0) return null;
  const { from } = draft;
  return (
    <div className="two-fields">
      <Select
        label={told('made-from')}
        chosen={from?.of ?? OWN}
        options={[
          { id: OWN, label: told('own-words') },
          ...items.map(({ id, number }) => ({ id, label: told('item-number', { number }) })),
        ]}
        onChoose={(of) =>
          change({ from: of === OWN ? undefined : { relation: from?.relation ?? 'quote', of } })
        }
      />
      {from && (
        <Select
          label={told('relation')}
          chosen={from.relation}
          options={RELATIONS.map((id) => ({ id, label: told(`relation-${id}`) }))}
          onChoose={(relation) => change({ from: { ...from, relation } })}
        />
      )}
    </div>
  );
}
