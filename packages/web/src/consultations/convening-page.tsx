/** Opening a consultation. */
import type { Day } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { listArrangements, type ArrangementHead } from '../api/arrangements.ts';
import type { Session } from '../api/session.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { open } from '../engine/library.ts';
import { Failure, Loading } from '../parts/condition.tsx';
import { Select } from '../parts/select.tsx';
import { go, usePlace } from '../place/travel.ts';
import { useSession } from '../session/session.tsx';
import { useSay, useText } from '../text/speak.ts';
import { say } from '../text/words.ts';
import { Convening } from './convening.tsx';
import { preferredArrangement } from './preferred.ts';
import { say as tell } from './words.ts';

/** Where the arrangement stands in the query. */
const UNDER = 'under';

export default function ConveningPage(): ReactNode {
  const word = useSay(say);
  const told = useSay(tell);
  const { session } = useSession();
  const title = told('open-one');
  return (
    <div className="list-page stack convening">
      <title>{`${title} · ${word('product')}`}</title>
      <h1>{title}</h1>
      <Choosing key={String(session !== undefined)} session={session} />
    </div>
  );
}

interface Choice {
  readonly heads: readonly ArrangementHead[];
  readonly preferred: string | undefined;
}

function Choosing({ session }: { readonly session: Session | undefined }): ReactNode {
  const place = usePlace();
  const told = useSay(tell);
  const text = useText();
  const [today] = useState(() => new Date().toISOString().slice(0, 10) as Day);
  const under = new URLSearchParams(place.query).get(UNDER) ?? undefined;
  const [loaded, again] = useLoaded<Choice>('choice', async () => {
    const heads = await listArrangements();
    return { heads, preferred: under ?? (session && (await preferredArrangement(heads, today, session))) };
  });
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  if (loaded.state === 'loading' || !session) return <Loading />;
  const { heads, preferred } = loaded.value;
  const chosen = under ?? preferred ?? heads.at(0)?.id;
  if (chosen === undefined) return null;
  return (
    <>
      <Select
        label={told('arrangement')}
        chosen={chosen}
        options={heads.map(({ id, name }) => ({ id, label: text(name) }))}
        onChoose={(id) => go({ ...place, query: `?${UNDER}=${encodeURIComponent(id)}` }, 'replace')}
      />
      <Under key={chosen} id={chosen} today={today} />
    </>
  );
}

function Under({ id, today }: { readonly id: string; readonly today: Day }): ReactNode {
  const [loaded, again] = useLoaded(`opened ${id}`, () => open(id));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  const { read } = loaded.value;
  return read.ok ? <Convening arrangement={read.value} today={today} /> : <Failure problem="failed" />;
}
