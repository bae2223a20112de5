import { actInWords, nameOf, type Arrangement } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Table } from '../../parts/table.tsx';
import { ExtentTag, KindTag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say } from '../words.ts';
import type { Fate } from './fates.ts';
import type { MapGraph, OutcomeNode } from './graph.ts';

/** The map as a table: the same for who can not see it. */
export function MapTable({
  arrangement,
  graph,
  fates,
}: {
  readonly arrangement: Arrangement;
  readonly graph: MapGraph;
  readonly fates: ReadonlyMap<string, Fate>;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const told = useSay(say);
  const text = useText();
  const outcomes = graph.nodes.filter((node): node is OutcomeNode => node.type === 'outcome');
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const nameOfNode = (id: string): string => {
    const node = nodes.get(id);
    return text(node?.type === 'outcome' ? actInWords(arrangement, node.outcome) : nameOf(arrangement, id));
  };
  return (
    <details className="as-table" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{told('as-table')}</summary>
      {open && (
        <Table quiet caption={told('map-label')} heads={[told('outcome'), told('parts'), told('possible')]}>
          {outcomes.map((node) => {
            const fate = fates.get(node.id);
            return (
              <tr key={node.id}>
                <th scope="row">{nameOfNode(node.id)}</th>
                <td>
                  <ul className="plain">
                    {graph.edges
                      .filter(({ to }) => to === node.id)
                      .map(({ from, kind, bond }) => (
                        <li key={from}>
                          {kind && <KindTag kind={kind} />} {nameOfNode(from)}{' '}
                          <span className="soft">({told(`bond-${bond}`)})</span>
                        </li>
                      ))}
                  </ul>
                </td>
                <td>{fate && <ExtentTag extent={fate.now}>{told(`possible-${fate.now}`)}</ExtentTag>}</td>
              </tr>
            );
          })}
        </Table>
      )}
    </details>
  );
}
