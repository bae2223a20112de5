/** The course so far: what was said and done, as far as this viewer sees it, and what took effect by it. */
import { actInWords, showAct, type Act, type consultation } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Field } from '../../parts/field.tsx';
import { Tag } from '../../parts/tag.tsx';
import { TimelineRow } from '../../parts/timeline-row.tsx';
import { useLang, useSay } from '../../text/speak.ts';
import { timeOfDay } from '../../text/time.ts';
import type { Draft } from '../act/draft.ts';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';
import { ItemRow } from './item-row.tsx';
import { isKind } from './kinds.ts';

type Step =
  | { readonly at: number; readonly item: consultation.SeenEntry }
  | { readonly at: number; readonly effect: consultation.SeenEffect };

function actOf({ command }: consultation.SeenEntry): Act | undefined {
  if (!isKind(command.type) || !('on' in command)) return undefined;
  const to = 'to' in command ? command.to : undefined;
  return { kind: command.type, by: command.office, on: command.on, ...(to === undefined ? {} : { to }) };
}

/** Items and effects in the order of their moments; of an act that takes effect by itself, its item says so. */
export function stepsOf({ effected, history }: consultation.Seen): readonly Step[] {
  const own = new Set(history.flatMap((item) => actOf(item) ?? []).map(showAct));
  const items = history.map((item): Step => ({ at: item.command.at, item }));
  const effects = effected
    .filter(({ act }) => !own.has(showAct(act)))
    .map((effect): Step => ({ at: effect.at, effect }));
  // What took effect at the moment of an item follows from it.
  return [...items, ...effects].toSorted((a, b) => a.at - b.at);
}

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
  const steps = stepsOf(shown).filter((step) =>
    'item' in step ? contains(step.item, wanted) : wanted.trim() === '',
  );
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
        {steps.map((step) =>
          'item' in step ? (
            <ItemRow key={step.item.id} item={step.item} begin={begin} />
          ) : (
            <EffectRow key={`${step.at} ${showAct(step.effect.act)}`} effect={step.effect} />
          ),
        )}
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
    <TimelineRow when={timeOfDay(at, lang)} iso={new Date(at).toISOString()} mark="⇒">
      <p className="effect">
        {told('takes-effect', { act: actInWords(arrangement, act) })}{' '}
        {standing === 'departure' && <Tag mood="partly">{told('standing-departure')}</Tag>}
      </p>
    </TimelineRow>
  );
}
