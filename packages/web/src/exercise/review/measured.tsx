/** What the record comes to: drawn over time, and in figures. */
import type { ReactNode } from 'react';
import { reviewOf, type Reviewed } from '../../api/reviews.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Failure, Loading } from '../../parts/condition.tsx';
import { useSay } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import { Course } from './course.tsx';
import { MeasureTables } from './measure-tables.tsx';
import { OutcomePlot } from './outcome-plot.tsx';
import { say } from './words.ts';

export function Measured(): ReactNode {
  const { id, seen } = usePlaying();
  const { messages, judging } = seen;
  // Measured anew when something has happened that is told; the rest waits for that.
  const key = `${seen.phase} ${messages.length} ${judging?.ratings.length} ${Object.keys(judging?.verdicts ?? {}).length}`;
  const [loaded, again] = useLoaded(`review ${id} ${key}`, () => reviewOf(id));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  return <Drawn reviewed={loaded.value} />;
}

function Drawn({ reviewed }: { readonly reviewed: Reviewed }): ReactNode {
  const told = useSay(say);
  return (
    <>
      <section className="panel stack" aria-labelledby="course-title">
        <h2 id="course-title">{told('course')}</h2>
        <Course reviewed={reviewed} />
      </section>
      <section className="panel stack" aria-labelledby="outcomes-title">
        <h2 id="outcomes-title">{told('outcomes')}</h2>
        <OutcomePlot of={reviewed.measures.consultations} />
      </section>
      <MeasureTables of={reviewed.measures} />
    </>
  );
}
