import type { consultation } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useSetting } from '../room.ts';
import { bytesInWords } from './size.ts';

export function DocumentLink({ document }: { readonly document: consultation.Document }): ReactNode {
  const { path } = useSetting();
  return (
    <p className="document-link">
      <span aria-hidden="true">▤ </span>
      <a href={`${path}/documents/${document.hash}`} download={document.title} lang="">
        {document.title}
      </a>{' '}
      <span className="soft">{bytesInWords(document.size)}</span>
    </p>
  );
}
