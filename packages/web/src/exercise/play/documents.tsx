/** The documents that came with what one's cell received. */
import type { ReactNode } from 'react';
import { Condition } from '../../parts/condition.tsx';
import { Table } from '../../parts/table.tsx';
import { useSay } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import { elapsedInDigits } from '../time.ts';
import { Wording } from '../wording.tsx';
import { say as words } from '../words.ts';
import { AttachmentLink } from './attachment-link.tsx';
import { say } from './words.ts';

export function AttachedDocuments(): ReactNode {
  const { seen } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const rows = seen.inbox.flatMap((of) =>
    of.attachments.map((attachment, number) => ({ attachment, number, of })),
  );
  return (
    <section className="panel" aria-labelledby="documents-title">
      <h2 id="documents-title">{word('view-documents')}</h2>
      {rows.length === 0 ? (
        <Condition sign="▤" title={told('documents-none')}>
          <p className="soft">{told('documents-help')}</p>
        </Condition>
      ) : (
        <Table
          caption={word('view-documents')}
          quiet
          heads={[told('document'), told('with-inject'), word('from'), told('received')]}
        >
          {rows.map(({ attachment, number, of }) => (
            <tr key={`${of.inject} ${number}`}>
              <th scope="row">
                <AttachmentLink inject={of.inject} number={number} attachment={attachment} />
              </th>
              <td>
                <span className="mono">{of.inject}</span> <Wording of={of.title} />
              </td>
              <td>
                <Wording of={of.from} />
              </td>
              <td>{elapsedInDigits(of.elapsed)}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
