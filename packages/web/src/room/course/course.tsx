/** The course so far: what was said and done, as far as this viewer sees it, and what took effect by it. */
import { actInWords, nameOf, showAct, type consultation } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Field } from '../../parts/field.tsx';
import { Tag } from '../../parts/tag.tsx';
import { TimelineRow } from '../../parts/timeline-row.tsx';
import { useLang, useSay } from '../../text/speak.ts';
import { timeInCourse } from '../../text/time.ts';
import type { Draft } from '../act/draft.ts';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';
import { ItemRow } from './item-row.tsx';
import { stepsOf, type Miss } from './steps.ts';

/** Whether a text contains all words, however they are written. */
function contains(item: consultation.SeenEntry, wanted: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
  const text = plain(JSON.stringify(item.command));
  return plain(wanted)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function Course({ begin }: { readonly begin: ((draft: Draft) => void) | undefined }): ReactNode {
  const { shown } = useRoom();
  const told = useSay(say);
  const [wanted, setWanted] = useState('');
  const all = stepsOf(shown);
  const steps =
    wanted.trim() === '' ? all : all.filter((step) => 'item' in step && contains(step.item, wanted));
  return (
    <section className="panel course" aria-labelledby="course-title">
      <div className="panel-head">
        <h2 id="course-title">{told('course')}</h2>
        <div className="course-search screen-only">
          <Field label={told('search')} value={wanted} onChange={setWanted} type="search" />
        </div>
      </div>
      {steps.length === 0 && <p className="soft">{told('search-nothing')}</p>}
      <ol className="timeline" aria-live="polite" aria-relevant="additions">
        {steps.map((step) => {
          if ('item' in step) return <ItemRow key={step.item.id} item={step.item} begin={begin} />;
          return 'effect' in step ? (
            <EffectRow key={`${step.at} ${showAct(step.effect.act)}`} effect={step.effect} />
          ) : (
            <MissRow key={`${step.at} ${step.miss.of}`} miss={step.miss} />
          );
        })}
      </ol>
    </section>
  );
}

function EffectRow({ effect }: { readonly effect: consultation.SeenEffect }): ReactNode {
  const { arrangement } = useRoom();
  const told = useSay(say);
  const lang = useLang();
  const { act, at, standing } = effect;
  return (
    <TimelineRow when={timeInCourse(at, lang)} iso={new Date(at).toISOString()} mark="⇒">
      <p className="effect">
        {told('takes-effect', { act: actInWords(arrangement, act) })}{' '}
        {standing === 'departure' && <Tag mood="partly">{told('standing-departure')}</Tag>}
      </p>
    </TimelineRow>
  );
}

function MissRow({ miss }: { readonly miss: Miss }): ReactNode {
  const room = useRoom();
  const told = useSay(say);
  const lang = useLang();
  const { at, from, of, what } = miss;
  return (
    <TimelineRow when={timeInCourse(at, lang)} iso={new Date(at).toISOString()} mark="!">
      <p className="miss">
        {told(`missed-${what}`, {
          number: room.items.get(of)?.number ?? 0,
          duty: nameOf(room.arrangement, of),
          from: nameOf(room.arrangement, from),
        })}
      </p>
    </TimelineRow>
  );
}
