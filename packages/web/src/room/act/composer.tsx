/** Acting: what is said, to whom it is shown, and why a duty is passed over, if it is. */
import { actInWords, nameOf, showAct, type Act } from '@foedus/kernel';
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Refused } from '../../parts/refused.tsx';
import { Select } from '../../parts/select.tsx';
import { KindTag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { officesOf, useRoom } from '../room.ts';
import { say } from '../words.ts';
import { isKind } from '../course/kinds.ts';
import { Grounds } from '../grounds.tsx';
import { departs } from './departs.ts';
import { isComplete, partsOf, type Draft } from './draft.ts';
import { DraftPart } from './part.tsx';

interface Props {
  readonly seat: string;
  readonly draft: Draft;
  readonly onChange: (draft: Draft | undefined) => void;
  /** The last attempt to send it was not answered. */
  readonly waiting: boolean;
}

function actOf({ office, on, to, type }: Draft): Act | undefined {
  return isKind(type) && type !== 'declare'
    ? { kind: type, by: office, on, ...(to === '' ? {} : { to }) }
    : undefined;
}

export function Composer({ seat, draft, onChange, waiting }: Props): ReactNode {
  const room = useRoom();
  const told = useSay(say);
  const text = useText();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), [draft.key]);
  const { arrangement } = room;
  const act = actOf(draft);
  const option = act && room.shown.options?.acts.find((each) => showAct(each.act) === showAct(act));
  const about = draft.about === '' ? undefined : room.items.get(draft.about);
  const offices = officesOf(room, seat);
  const change = (more: Partial<Draft>): void => onChange({ ...draft, refused: undefined, ...more });
  const isDeparture =
    option?.may === 'departure' || (option && draft.relyingOn && departs(option, draft.relyingOn));
  const asksReason = isDeparture === true || draft.refused?.code === 'not-proper';
  const asksReliance =
    option?.may === 'unsettled' || draft.refused?.code === 'unsettled' || draft.relyingOn !== undefined;
  const shown = partsOf(draft.type).filter(
    (part) =>
      (part !== 'departure' || asksReason || draft.departure !== '') &&
      (part !== 'relyingOn' || asksReliance) &&
      (part !== 'to' || act === undefined || act.to === undefined) &&
      (part !== 'answering' || draft.answering !== ''),
  );
  return (
    <section ref={panel} className="composer" tabIndex={-1} aria-labelledby="composer-title">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onChange({ ...draft, sent: true, refused: undefined });
        }}
      >
        <h2 id="composer-title" className="composer-title">
          {isKind(draft.type) && <KindTag kind={draft.type} />}{' '}
          {act ? text(actInWords(arrangement, act)) : told(`do-${draft.type}`)}
        </h2>
        {about && <p className="soft">{told('about-item', { number: about.number })}</p>}
        {offices.length > 1 && act === undefined && (
          <Select
            label={told('in-office')}
            options={offices.map((id) => ({ id, label: text(nameOf(arrangement, id)) }))}
            chosen={draft.office}
            onChoose={(office) => change({ office })}
          />
        )}
        <fieldset className="composer-parts" disabled={draft.sent}>
          <legend className="unseen">{told('what-is-sent')}</legend>
          {shown.map((part) => (
            <DraftPart key={part} part={part} draft={draft} change={change} option={option} seat={seat} />
          ))}
        </fieldset>
        {draft.refused && (
          <Refused told={draft.refused}>
            {draft.refused.refusal && <Grounds grounds={draft.refused.refusal.grounds} />}
          </Refused>
        )}
        <div className="cluster">
          <Button type="submit" weight="main" isDisabled={draft.sent || !isComplete(draft)}>
            {told(draft.sent ? 'being-recorded' : 'record-it')}
          </Button>
          {!draft.sent && <Button onPress={() => onChange(undefined)}>{told('give-up')}</Button>}
          {waiting && (
            <span role="status" className="soft">
              {told('sent-again')}
            </span>
          )}
        </div>
      </form>
    </section>
  );
}
