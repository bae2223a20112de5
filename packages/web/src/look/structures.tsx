import type { ReactNode } from 'react';
import { Clock } from '../parts/clock.tsx';
import { RecordStateTag } from '../parts/record-state.tsx';
import { Table } from '../parts/table.tsx';
import { KindTag, PartyTag } from '../parts/tag.tsx';
import { TimelineRow } from '../parts/timeline-row.tsx';
import { Tree } from '../parts/tree.tsx';
import { useSay } from '../text/speak.ts';
import { Section } from './section.tsx';
import { say } from './words.ts';

/** How things stand beside, within and after each other. */
export function Structures(): ReactNode {
  const told = useSay(say);
  return (
    <Section title={told('structure')}>
      <Table caption={told('table-caption')} heads={[told('select'), told('awaited'), told('left')]}>
        <tr>
          <th scope="row">
            <PartyTag colour={1}>{told('seat-a')}</PartyTag>
          </th>
          <td>
            <KindTag kind="decide" />
          </td>
          <td>
            <Clock left={7509} />
          </td>
        </tr>
        <tr>
          <th scope="row">
            <PartyTag colour={2}>{told('seat-b')}</PartyTag>
          </th>
          <td>
            <KindTag kind="concur" />
          </td>
          <td>
            <Clock left={310} /> <Clock left={-42} /> <Clock left={90_000} paused />
          </td>
        </tr>
      </Table>
      <Tree
        branches={[
          {
            id: 'decision',
            label: <KindTag kind="decide" />,
            parts: [
              { id: 'a', label: told('seat-a'), parts: [] },
              { id: 'b', label: told('seat-b'), parts: [] },
            ],
          },
        ]}
      />
      <div>
        <h3>{told('course')}</h3>
        <ol className="timeline">
          <TimelineRow when="09:00" iso="2031-05-05T09:00Z" mark="●">
            {told('course-1')} <RecordStateTag state="verified" />
          </TimelineRow>
          <TimelineRow when="09:12" iso="2031-05-05T09:12Z" mark="●">
            {told('course-2')} <RecordStateTag state="pending" />
          </TimelineRow>
          <TimelineRow when="14:00" iso="2031-05-05T14:00Z" mark="○" ahead>
            {told('course-3')}
          </TimelineRow>
        </ol>
      </div>
    </Section>
  );
}
