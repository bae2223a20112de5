/** Opening a consultation. */
import type { ReactNode } from 'react';
import { listArrangements } from '../api/arrangements.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { open } from '../engine/library.ts';
import { Failure, Loading } from '../parts/condition.tsx';
import { Select } from '../parts/select.tsx';
import { go, usePlace } from '../place/travel.ts';
import { useSay, useText } from '../text/speak.ts';
import { say } from '../text/words.ts';
import { Convening } from './convening.tsx';
import { say as tell } from './words.ts';

/** Where the arrangement stands in the query. */
const UNDER = 'under';

export default function ConveningPage(): ReactNode {
  const place = usePlace();
  const under = new URLSearchParams(place.query).get(UNDER);
  const [heads, again] = useLoaded('arrangements', listArrangements);
  const word = useSay(say);
  const told = useSay(tell);
  const text = useText();
  const title = told('open-one');
  if (heads.state === 'loading') return <Loading />;
  if (heads.state === 'failed') return <Failure problem={heads.problem} again={again} />;
  const chosen = under ?? heads.value[0]?.id;
  return (
    <div className="list-page stack convening">
      <title>{`${title} · ${word('product')}`}</title>
      <h1>{title}</h1>
      {chosen !== undefined && (
        <>
          <Select
            label={told('arrangement')}
            chosen={chosen}
            options={heads.value.map(({ id, name }) => ({ id, label: text(name) }))}
            onChoose={(id) => go({ ...place, query: `?${UNDER}=${encodeURIComponent(id)}` }, 'replace')}
          />
          <Under key={chosen} id={chosen} />
        </>
      )}
    </div>
  );
}

function Under({ id }: { readonly id: string }): ReactNode {
  const [loaded, again] = useLoaded(`opened ${id}`, () => open(id));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  const { read } = loaded.value;
  return read.ok ? <Convening arrangement={read.value} /> : <Failure problem="failed" />;
}
