import type { exercise } from '@foedus/kernel';
import { memo, type ReactNode } from 'react';
import { Table } from '../../parts/table.tsx';
import { Tag, type Mood } from '../../parts/tag.tsx';
import { useSay } from '../../text/speak.ts';
import { useNames, usePlaying } from '../frame/playing.ts';
import { elapsedInDigits } from '../time.ts';
import { Wording } from '../wording.tsx';
import { say as words } from '../words.ts';
import { say } from './words.ts';

/** Rows of one page of the list. */
export const ROWS = 100;

export const STATE_MOODS: Readonly<Record<exercise.InjectState['state'], Mood>> = {
  planned: 'neutral',
  held: 'partly',
  sent: 'good',
  skipped: 'bad',
};

const VERDICT_SIGNS = { met: '●', missed: '✕', open: '○' } as const;

interface Props {
  readonly rows: readonly exercise.InjectState[];
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
}

export function BoardTable({ choose, chosen, rows }: Props): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const name = useNames();
  const { seen } = usePlaying();
  return (
    <Table
      caption={told('board')}
      quiet
      heads={[
        told('serial'),
        told('title'),
        told('due'),
        told('state'),
        word('to'),
        told('method'),
        told('expected'),
      ]}
    >
      {rows.map((each) => (
        <Row
          key={each.inject.id}
          of={each}
          isChosen={each.inject.id === chosen}
          choose={choose}
          to={each.inject.to.map(name).join(', ')}
          verdicts={each.inject.expected
            .map(({ id }) => VERDICT_SIGNS[seen.judging?.verdicts[id]?.verdict ?? 'open'])
            .join('')}
        />
      ))}
    </Table>
  );
}

/** When it is due, or what it waits for. */
export function useDue(): (of: exercise.InjectState) => string {
  const told = useSay(say);
  return ({ due, inject }) => {
    if (due !== undefined) return elapsedInDigits(due);
    return told(inject.due.type === 'branch' ? 'due-branch' : 'due-reserve');
  };
}

const Row = memo(function Row({
  choose,
  isChosen,
  of,
  to,
  verdicts,
}: {
  readonly of: exercise.InjectState;
  readonly isChosen: boolean;
  readonly choose: (id: string) => void;
  readonly to: string;
  readonly verdicts: string;
}): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const due = useDue();
  const { inject, inserted, state, edited } = of;
  const spoken = inject.expected.length === 0 ? '' : `${told('expected')}: ${inject.expected.length}`;
  return (
    <tr className={isChosen ? 'row-chosen' : undefined} data-inject={inject.id} data-state={state}>
      <td className="mono">{inject.id}</td>
      <th scope="row">
        <button
          type="button"
          className="row-open"
          aria-pressed={isChosen}
          onClick={() => choose(isChosen ? '' : inject.id)}
        >
          <Wording of={inject.title} />
        </button>
      </th>
      <td>{due(of)}</td>
      <td>
        <Tag mood={STATE_MOODS[state]}>{word(`state-${state}`)}</Tag>
        {inject.status !== 'ready' && <Tag mood="partly">{word(`status-${inject.status}`)}</Tag>}
        {inserted && <Tag>{told('inserted')}</Tag>}
        {edited && <Tag>{told('edited')}</Tag>}
      </td>
      <td>{to}</td>
      <td>{word(`method-${inject.method}`)}</td>
      <td>
        <span aria-hidden="true">{verdicts}</span>
        <span className="unseen">{spoken}</span>
      </td>
    </tr>
  );
});
