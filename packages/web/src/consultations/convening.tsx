import { consultation, holdsOn, nameOf, type Arrangement, type Day } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { openCase, type CaseKind } from '../api/cases.ts';
import { problemOf, type Problem } from '../api/problem.ts';
import type { Told } from '../api/send.ts';
import { Button } from '../parts/button.tsx';
import { DayField } from '../parts/day-field.tsx';
import { Refused } from '../parts/refused.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { Select } from '../parts/select.tsx';
import { Switch } from '../parts/switch.tsx';
import { go, usePlace } from '../place/travel.ts';
import { useSession } from '../session/session.tsx';
import { useSay, useText } from '../text/speak.ts';
import { Framing } from './framing.tsx';
import { say } from './words.ts';

/** Matters on which something can be done on the day. */
function mattersOn(arrangement: Arrangement, at: Day): readonly string[] {
  const ruled = [...arrangement.powers.values(), ...arrangement.duties.values()].filter((rule) =>
    holdsOn(rule, at),
  );
  const on = new Set(ruled.map(({ act }) => act.on));
  return [...arrangement.matters.keys()].filter((matter) => on.has(matter));
}

type Sending = { readonly state: 'no' | 'yes' } | Failed;
type Failed = { readonly state: 'failed'; readonly problem: Problem } | { state: 'refused'; told: Told };

export function Convening({ arrangement }: { readonly arrangement: Arrangement }): ReactNode {
  const told = useSay(say);
  const text = useText();
  const { lang } = usePlace();
  const { session } = useSession();
  // Sent again under the same key, it opens no second one.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [at, setAt] = useState(() => new Date().toISOString().slice(0, 10) as Day);
  const [wishedSeat, setSeat] = useState<string>();
  const [wishedOffice, setOffice] = useState<string>();
  const [kind, setKind] = useState<CaseKind>('live');
  const [matters, setMatters] = useState<readonly string[]>([]);
  const [frame, setFrame] = useState<Omit<consultation.Case['frame'], 'at'>>({});
  const [sending, setSending] = useState<Sending>({ state: 'no' });

  const seated = consultation.seating(arrangement, at);
  const roles = session?.principal?.roles ?? [];
  const held = (seat: string): boolean =>
    session?.demo === true ||
    roles.some((r) => r.role === 'seat-holder' && r.arrangement === arrangement.id && r.seat === seat);
  const seats = [...seated.keys()].filter(held);
  const seat = seats.find((each) => each === wishedSeat) ?? seats[0];
  const offices = seat === undefined ? [] : seated.get(seat)!.offices;
  const office = offices.find((each) => each === wishedOffice) ?? offices[0];
  const possible = mattersOn(arrangement, at);
  const about = matters.filter((matter) => possible.includes(matter));
  const options = (ids: readonly string[]) => ids.map((id) => ({ id, label: text(nameOf(arrangement, id)) }));

  const submit = async (): Promise<void> => {
    if (seat === undefined || office === undefined) return;
    setSending({ state: 'yes' });
    try {
      const open = { type: 'open', key, seat, office, arrangement: arrangement.id } as const;
      const answer = await openCase({ kind, open: { ...open, frame: { at, ...frame }, matters: about } });
      if (answer.ok) {
        const page = { name: 'room', id: answer.value.id, viewer: `seat:${seat}`, view: 'room' } as const;
        go({ lang, page, query: '' });
        return;
      }
      setKey(crypto.randomUUID());
      setSending({ state: 'refused', told: answer.told });
    } catch (thrown) {
      setSending({ state: 'failed', problem: problemOf(thrown) });
    }
  };

  if (seat === undefined || office === undefined)
    return (
      <>
        <DayField label={told('day')} day={at} onChange={setAt} />
        <p>{told('no-seat')}</p>
      </>
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="convening-row">
        <DayField label={told('day')} day={at} onChange={setAt} />
        <Select label={told('convening-seat')} options={options(seats)} chosen={seat} onChoose={setSeat} />
        {offices.length > 1 && (
          <Select label={told('office')} options={options(offices)} chosen={office} onChoose={setOffice} />
        )}
      </div>
      <Segmented
        label={told('kind')}
        chosen={kind}
        onChoose={setKind}
        choices={[
          { id: 'live', label: told('live') },
          { id: 'exercise', label: told('exercise') },
        ]}
      />
      <fieldset className="choices">
        <legend>{told('matters')}</legend>
        {possible.map((matter) => (
          <Switch
            key={matter}
            isSelected={about.includes(matter)}
            onChange={(is) => setMatters(is ? [...about, matter] : about.filter((each) => each !== matter))}
          >
            {text(nameOf(arrangement, matter))}
          </Switch>
        ))}
      </fieldset>
      <Framing arrangement={arrangement} at={at} frame={frame} onChange={setFrame} />
      {sending.state === 'refused' && <Refused told={sending.told} />}
      {sending.state === 'failed' && (
        <p role="alert" className="field-wrong">
          {told('not-sent')}
        </p>
      )}
      <div className="cluster">
        <Button type="submit" weight="main" isDisabled={about.length === 0 || sending.state === 'yes'}>
          {told(sending.state === 'yes' ? 'opening' : 'open')}
        </Button>
        {about.length === 0 && <span className="soft">{told('choose-matter')}</span>}
      </div>
    </form>
  );
}
