/** The look: everything that pages are built from, on one page. */
import type { ReactNode } from 'react';
import { Condition, Failure, Loading } from '../parts/condition.tsx';
import { RecordStateTag } from '../parts/record-state.tsx';
import { Banner } from '../shell/banner.tsx';
import { useSay } from '../text/speak.ts';
import { say as words } from '../text/words.ts';
import { Colours } from './colours.tsx';
import { Controls } from './controls.tsx';
import { Section } from './section.tsx';
import { Structures } from './structures.tsx';
import { say } from './words.ts';

const SIZES = ['xxl', 'xl', 'l', 'm', 's', 'xs'] as const;
const PROBLEMS = ['offline', 'not-found', 'no-permission', 'failed'] as const;
const RECORD_STATES = ['pending', 'recorded', 'verified', 'broken'] as const;

export default function LookPage(): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  return (
    <div className="look">
      <title>{`${told('title')} · ${word('product')}`}</title>
      <h1>{told('title')}</h1>
      <p className="soft">{told('lead')}</p>
      <Section title={told('type')}>
        <div className="look-type">
          {SIZES.map((size) => (
            <p key={size} style={{ fontSize: `var(--text-${size})` }}>
              {told('type-sample')}
            </p>
          ))}
        </div>
      </Section>
      <Colours />
      <Controls />
      <Structures />
      <Section title={told('record')}>
        {RECORD_STATES.map((state) => (
          <RecordStateTag key={state} state={state} />
        ))}
      </Section>
      <Section title={told('states')}>
        <div className="look-states">
          <Condition sign="∅" title={told('empty')} />
          <Loading />
          {PROBLEMS.map((problem) => (
            <Failure key={problem} problem={problem} again={() => undefined} />
          ))}
        </div>
      </Section>
      <Section title={told('banners')}>
        <div className="look-banners">
          <Banner of="exercise" />
          <Banner of="demo" />
        </div>
      </Section>
    </div>
  );
}
