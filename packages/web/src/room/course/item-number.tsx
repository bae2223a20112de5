import type { ReactNode } from 'react';
import { useSay } from '../../text/speak.ts';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';

/** The number of an item that another names. It can change: what is released later takes its place in the course. */
export function ItemNumber({ id }: { readonly id: string }): ReactNode {
  const told = useSay(say);
  return told('item-number', { number: useRoom().items.get(id)?.number ?? 0 });
}

/** The same, leading there. */
export function ItemLink({ id }: { readonly id: string }): ReactNode {
  const { items } = useRoom();
  return (
    <a href={`#item-${items.get(id)?.number ?? 0}`}>
      <ItemNumber id={id} />
    </a>
  );
}
