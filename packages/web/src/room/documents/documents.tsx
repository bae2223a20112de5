/** The documents that this viewer sees, each with its marking, and what can be done about it. */
import { nameOf } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Condition } from '../../parts/condition.tsx';
import { Table } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useLang, useSay, useText } from '../../text/speak.ts';
import { moment } from '../../text/time.ts';
import type { Draft } from '../act/draft.ts';
import { MarkingLine } from '../course/marking-line.tsx';
import { Respond } from '../course/respond.tsx';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';
import { DocumentLink } from './document-link.tsx';

export function Documents({ begin }: { readonly begin: ((draft: Draft) => void) | undefined }): ReactNode {
  const { arrangement, seat, shown } = useRoom();
  const told = useSay(say);
  const text = useText();
  const lang = useLang();
  const items = shown.history.flatMap((item) => {
    const document = 'document' in item.command ? item.command.document : undefined;
    return document ? [{ item, document }] : [];
  });
  return (
    <section className="panel" aria-labelledby="documents-title">
      <h2 id="documents-title">{told('view-documents')}</h2>
      {items.length === 0 ? (
        <Condition sign="▤" title={told('documents-none')}>
          <p className="soft">{told('documents-none-help')}</p>
        </Condition>
      ) : (
        <Table
          caption={told('view-documents')}
          quiet
          heads={[
            told('document'),
            told('from-seat'),
            told('marking'),
            <span key="do" className="unseen">
              {told('respond')}
            </span>,
          ]}
        >
          {items.map(({ document, item }) => (
            <tr key={item.id}>
              <th scope="row">
                <DocumentLink document={document} />
                {item.recalled && <Tag mood="bad">{told('recalled')}</Tag>}
              </th>
              <td>
                {text(nameOf(arrangement, item.command.seat))}
                <br />
                <span className="soft">{moment(item.command.at, lang)}</span>
              </td>
              <td>
                <MarkingLine item={item} />
              </td>
              <td>{begin && seat !== undefined && <Respond item={item} seat={seat} begin={begin} />}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
