import type { ReactNode } from 'react';
import type { Files } from '../../engine/tasks.ts';
export default function EditorPage({ id }: { readonly id: string; readonly original: Files }): ReactNode {
  return <p>{id}</p>;
}
