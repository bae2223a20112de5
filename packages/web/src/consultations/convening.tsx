import { nameOf, plain, type Arrangement, type consultation, type Day } from '@foedus/kernel';
import { useMemo, useState, type ReactNode } from 'react';
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
import { useLang, useSay, useText } from '../text/speak.ts';
import { day } from '../text/time.ts';
import { chosenOf, convenersOf, dayBefore } from './conveners.ts';
import { Framing } from './framing.tsx';
import { TimeFields, type Unreachable } from './time-fields.tsx';
import { NO_TIMES, zonesOf, type Times } from './times.ts';
import { say } from './words.ts';

type Sending = { readonly state: 'no' | 'yes' } | Failed;
type Failed = { readonly state: 'failed'; readonly problem: Problem } | { state: 'refused'; told: Told };

interface Props {
  readonly arrangement: Arrangement;
  readonly today: Day;
}

export function Convening({ arrangement, today }: Props): ReactNode {
  const told = useSay(say);
  const text = useText();
  const { lang } = usePlace();
  const { session } = useSession();
  // Sent again under the same key, it opens no second one.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [at, setAt] = useState(today);
  const [wishedSeat, setSeat] = useState<string>();
  const [wishedOffice, setOffice] = useState<string>();
  const [kind, setKind] = useState<CaseKind>('live');
  const [matters, setMatters] = useState<readonly string[]>([]);
  const [frame, setFrame] = useState<Omit<consultation.Case['frame'], 'at'>>({});
  const [unreachable, setUnreachable] = useState<Unreachable>('stands');
  const [times, setTimes] = useState<Times>(NO_TIMES);
  const [sending, setSending] = useState<Sending>({ state: 'no' });

  const conveners = useMemo(() => convenersOf(arrangement, at, session), [arrangement, at, session]);
  const convener = chosenOf(conveners, wishedSeat, wishedOffice);
  const about = matters.filter((matter) => convener?.matters.includes(matter));
  const written = kind === 'exercise' ? times : { ...times, scenario: NO_TIMES.scenario };
  const options = (ids: readonly string[]) => ids.map((id) => ({ id, label: text(nameOf(arrangement, id)) }));

  const submit = async (): Promise<void> => {
    const zones = zonesOf(written, Date.now());
    if (convener === undefined || zones === 'wrong') return;
    const { office, seat } = convener;
    setSending({ state: 'yes' });
    try {
      const by = { type: 'open', key, seat, office, arrangement: arrangement.id } as const;
      const said = {
        frame: { at, ...frame },
        matters: about,
        ...(unreachable === 'runs' ? { silenceWithoutLink: unreachable } : {}),
        ...(zones === undefined ? {} : { zones }),
      };
      const answer = await openCase({ kind, open: { ...by, ...said } });
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

  const dayField = <DayField label={told('day')} day={at} onChange={setAt} />;
  if (convener === undefined || conveners.every((each) => each.matters.length === 0))
    return (
      <NothingToOpen
        why={told(convener === undefined ? 'no-seat' : 'no-matter-day', { at: plain(day(at, lang)) })}
        before={dayBefore(arrangement, at, session)}
        onTake={setAt}
      >
        {dayField}
      </NothingToOpen>
    );
  const seats = [...new Set(conveners.map(({ seat }) => seat))];
  const offices = conveners.filter(({ seat }) => seat === convener.seat).map(({ office }) => office);
  const isReady = about.length > 0 && zonesOf(written, 0) !== 'wrong';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="convening-row">
        {dayField}
        <Select
          label={told('convening-seat')}
          options={options(seats)}
          chosen={convener.seat}
          onChoose={setSeat}
        />
        {offices.length > 1 && (
          <Select
            label={told('office')}
            options={options(offices)}
            chosen={convener.office}
            onChoose={setOffice}
          />
        )}
      </div>
      <div>
        <Segmented
          label={told('kind')}
          chosen={kind}
          onChoose={setKind}
          choices={[
            { id: 'live', label: told('live') },
            { id: 'exercise', label: told('exercise') },
          ]}
        />
      </div>
      {convener.matters.length === 0 && (
        <p role="status">{told('no-matter-seat', { at: plain(day(at, lang)) })}</p>
      )}
      <fieldset className="choices" hidden={convener.matters.length === 0}>
        <legend>{told('matters')}</legend>
        {convener.matters.map((matter) => (
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
      <TimeFields
        arrangement={arrangement}
        at={at}
        kind={kind}
        times={times}
        onChange={setTimes}
        unreachable={unreachable}
        onUnreachable={setUnreachable}
      />
      {sending.state === 'refused' && <Refused told={sending.told} />}
      {sending.state === 'failed' && (
        <p role="alert" className="field-wrong">
          {told('not-sent')}
        </p>
      )}
      <div className="cluster">
        <Button type="submit" weight="main" isDisabled={!isReady || sending.state === 'yes'}>
          {told(sending.state === 'yes' ? 'opening' : 'open')}
        </Button>
        {about.length === 0 && convener.matters.length > 0 && (
          <span className="soft">{told('choose-matter')}</span>
        )}
      </div>
    </form>
  );
}

/** Why no consultation can be opened on the day, and on which one it could be. */
function NothingToOpen({
  before,
  children,
  onTake,
  why,
}: {
  readonly why: string;
  readonly before: Day | undefined;
  readonly onTake: (day: Day) => void;
  readonly children: ReactNode;
}): ReactNode {
  const told = useSay(say);
  const lang = useLang();
  return (
    <div className="stack">
      {children}
      <p role="status">{why}</p>
      {before !== undefined && (
        <p>
          <Button onPress={() => onTake(before)}>{told('take-day', { at: plain(day(before, lang)) })}</Button>
        </p>
      )}
    </div>
  );
}
