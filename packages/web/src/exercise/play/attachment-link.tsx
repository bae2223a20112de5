import type { exercise } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { usePlaying } from '../frame/playing.ts';

export function AttachmentLink({
  attachment,
  inject,
  number,
}: {
  readonly attachment: exercise.Attachment;
  readonly inject: string;
  /** Its place among those of the inject, from 0 on. */
  readonly number: number;
}): ReactNode {
  const { path } = usePlaying();
  return (
    <>
      <span aria-hidden="true">▤ </span>
      <a
        href={`${path}/attachments/${encodeURIComponent(inject)}/${number}`}
        download={attachment.name}
        lang=""
      >
        {attachment.name}
      </a>
    </>
  );
}
