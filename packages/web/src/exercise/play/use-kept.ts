import { useCallback, useState } from 'react';

/** A text half written, kept in this tab: it outlives a reload, and a browser that comes back. */
export function useKept(name: string): readonly [text: string, change: (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? '');
  const change = useCallback(
    (next: string) => {
      if (next === '') sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, next);
      setText(next);
    },
    [name],
  );
  return [text, change];
}
