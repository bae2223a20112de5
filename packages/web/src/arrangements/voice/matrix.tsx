import { list, nameOf, type Arrangement, type MatterComparison } from '@foedus/kernel';
import { colourOf, columnsOf, type Column } from '@foedus/kernel/drawing';
import type { ReactNode } from 'react';
import { PartyTag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say } from '../words.ts';
import { VoiceCell } from './voice-cell.tsx';

interface Of {
  readonly arrangement: Arrangement;
  /** What the side is called: an arrangement, or a day. */
  readonly name: string;
}

interface Props {
  readonly left: Of;
  readonly right?: Of | undefined;
  readonly rows: readonly MatterComparison[];
  readonly caption: string;
}

function Heads({ of, columns }: { readonly of: Of; readonly columns: readonly Column[] }): ReactNode {
  const text = useText();
  return columns.map(({ parties }) => (
    <th key={parties.join()} scope="col">
      <PartyTag colour={parties.length === 1 ? colourOf(of.arrangement, parties[0]!) : undefined}>
        {text(list(parties.map((party) => nameOf(of.arrangement, party))))}
      </PartyTag>
    </th>
  ));
}

/** Voice by party and matter, of one side or of two beside each other. */
export function Matrix({ left, right, rows, caption }: Props): ReactNode {
  const told = useSay(say);
  const text = useText();
  const leftColumns = columnsOf('left', left.arrangement, rows);
  const rightColumns = right ? columnsOf('right', right.arrangement, rows) : [];
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="table matrix">
        <caption className="caption">{caption}</caption>
        <thead>
          {right && (
            <tr>
              <td />
              <th scope="colgroup" colSpan={leftColumns.length}>
                {left.name}
              </th>
              <th scope="colgroup" colSpan={rightColumns.length} className="matrix-second">
                {right.name}
              </th>
            </tr>
          )}
          <tr>
            <th scope="col">{told('matter')}</th>
            <Heads of={left} columns={leftColumns} />
            {right && <Heads of={right} columns={rightColumns} />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.matter}>
              <th scope="row">
                {text(nameOf(row.left || !right ? left.arrangement : right.arrangement, row.matter))}
              </th>
              {[...leftColumns, ...rightColumns].map(({ side, parties }) => (
                <VoiceCell
                  key={`${side} ${parties.join()}`}
                  voice={row[side]?.find(({ party }) => party === parties[0]) ?? null}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
