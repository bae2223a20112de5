import type { ActKind, Extent, Status } from '@foedus/kernel';
import { VOICE_KINDS } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';

/** A party's mark: the colour of its place in the arrangement, beside its name. `undefined`: several parties together. */
export function PartyTag({
  colour,
  children,
}: {
  readonly colour: number | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className="party">
      <span className={`party-mark party-${colour ?? 'joint'}`} aria-hidden="true" />
      {children}
    </span>
  );
}

/** The rank of a kind's voice, 1 to be informed … 7 to execute; 0 for kinds that give none. */
export function rankOf(kind: ActKind): number {
  return VOICE_KINDS.findIndex((each) => each === kind) + 1;
}

export function KindTag({ kind }: { readonly kind: ActKind }): ReactNode {
  const word = useSay(say);
  return <span className={`kind voice-${rankOf(kind)}`}>{word(`kind-${kind}`)}</span>;
}

/** How firmly a rule is known. */
export function StatusTag({ status }: { readonly status: Status }): ReactNode {
  const word = useSay(say);
  return <span className={`status status-${status}`}>{word(`status-${status}`)}</span>;
}

export const EXTENT_SIGN: Readonly<Record<Extent, string>> = { every: '●', some: '◐', none: '○' };

/** In how many readings something holds. */
export function ExtentTag({
  extent,
  children,
}: {
  readonly extent: Extent;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={`extent extent-${extent}`}>
      <span aria-hidden="true">{EXTENT_SIGN[extent]}</span> {children}
    </span>
  );
}

export type Mood = 'neutral' | 'good' | 'partly' | 'bad';

export function Tag({
  mood = 'neutral',
  children,
}: {
  readonly mood?: Mood;
  readonly children: ReactNode;
}): ReactNode {
  return <span className={`tag tag-${mood}`}>{children}</span>;
}
