import { useState, type ReactNode } from 'react';
import type { RowTold } from '../../api/imports.ts';
import { Switch } from '../../parts/switch.tsx';
import { Table } from '../../parts/table.tsx';
import { Tag, type Mood } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say } from './words.ts';

const MOODS: Readonly<Record<RowTold['outcome'], Mood>> = {
  taken: 'good',
  remarked: 'partly',
  'left-out': 'bad',
};
/** Rows that are listed at once; a list of events may have thousands. */
const LISTED = 300;

/** What became of each row: first what needs looking at. */
export function RowReport({ rows }: { readonly rows: readonly RowTold[] }): ReactNode {
  const told = useSay(say);
  const text = useText();
  const [all, setAll] = useState(false);
  const count = (outcome: RowTold['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  const shown = all ? rows : rows.filter(({ outcome }) => outcome !== 'taken');
  return (
    <div className="stack">
      <p className="cluster">
        <Tag mood="good">{told('import-taken', { count: count('taken') })}</Tag>
        <Tag mood="partly">{told('import-remarked', { count: count('remarked') })}</Tag>
        <Tag mood="bad">{told('import-left', { count: count('left-out') })}</Tag>
        <Switch isSelected={all} onChange={setAll}>
          {told('import-all')}
        </Switch>
      </p>
      {shown.length > 0 && (
        <Table
          caption={told('import-report')}
          heads={[told('import-at'), told('import-serial'), told('import-status'), told('import-what')]}
        >
          {shown.slice(0, LISTED).map(({ outcome, remarks, row, serial, sheet }) => (
            <tr key={`${sheet} ${row}`} data-outcome={outcome}>
              <th scope="row" className="mono" lang="">
                {sheet}!{row}
              </th>
              <td className="mono">{serial}</td>
              <td>
                <Tag mood={MOODS[outcome]}>{told(`status-${outcome}`)}</Tag>
              </td>
              <td>
                {remarks.map(({ cell, code, says }) => (
                  <p key={`${cell} ${code}`}>
                    <code>{cell}</code> {text(says)}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {shown.length > LISTED && (
        <p className="soft">{told('import-more', { count: shown.length - LISTED })}</p>
      )}
    </div>
  );
}
