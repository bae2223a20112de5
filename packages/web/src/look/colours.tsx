import { ACT_KINDS, EXTENTS, STATUSES } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { ExtentTag, KindTag, PartyTag, StatusTag, Tag } from '../parts/tag.tsx';
import { useSay } from '../text/speak.ts';
import { say as words } from '../text/words.ts';
import { Section } from './section.tsx';
import { say } from './words.ts';

const GROUNDS = ['paper', 'sheet', 'wash', 'ink', 'soft', 'line', 'accent'] as const;
const MOODS = ['neutral', 'good', 'partly', 'bad'] as const;

/** What the colours mean. */
export function Colours(): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  return (
    <>
      <Section title={told('colours')}>
        {GROUNDS.map((ground) => (
          <span key={ground} className="swatch">
            <span className="swatch-colour" style={{ background: `var(--${ground})` }} />
            {told(`colour-${ground}`)}
          </span>
        ))}
        {MOODS.map((mood) => (
          <Tag key={mood} mood={mood}>
            {told(mood)}
          </Tag>
        ))}
      </Section>
      <Section title={told('parties')}>
        {[1, 2, 3, 4, 5, 6, 7, 8].map((n) => (
          <PartyTag key={n} colour={n}>
            {told('party-n', { n })}
          </PartyTag>
        ))}
      </Section>
      <Section title={told('kinds')}>
        {ACT_KINDS.map((kind) => (
          <KindTag key={kind} kind={kind} />
        ))}
      </Section>
      <Section title={told('statuses')}>
        {STATUSES.map((status) => (
          <StatusTag key={status} status={status} />
        ))}
      </Section>
      <Section title={told('extents')}>
        {EXTENTS.map((extent) => (
          <ExtentTag key={extent} extent={extent}>
            {word(`extent-${extent}`)}
          </ExtentTag>
        ))}
      </Section>
    </>
  );
}
