import type { Ground } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Cites } from '../parts/cite.tsx';
import { StatusTag } from '../parts/tag.tsx';
import { useSay, useText } from '../text/speak.ts';
import { useSetting } from './room.ts';
import { say } from './words.ts';

/** The rules on which something rests, each with its sources a click away. */
export function Grounds({ grounds }: { readonly grounds: readonly Ground[] }): ReactNode {
  const { arrangement } = useSetting();
  const told = useSay(say);
  const text = useText();
  if (grounds.length === 0) return null;
  return (
    <ul className="grounds" aria-label={told('rules')}>
      {grounds.map(({ name, rule, sources, status }) => (
        <li key={rule}>
          {text(name)} <StatusTag status={status} /> <Cites arrangement={arrangement} citations={sources} />
        </li>
      ))}
    </ul>
  );
}
