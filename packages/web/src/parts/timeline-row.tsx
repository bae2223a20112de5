import type { ReactNode } from 'react';

interface Props {
  /** As people read it: a day, a time. */
  readonly when: string;
  /** As programs read it: ISO 8601. */
  readonly iso: string;
  readonly mark?: ReactNode;
  readonly children: ReactNode;
  /** It lies ahead of the day or the moment that is looked at. */
  readonly ahead?: boolean;
}

/** One thing in a course of things; stands in an `ol` of the class `timeline`. */
export function TimelineRow({ when, iso, mark, children, ahead = false }: Props): ReactNode {
  return (
    <li className={`timeline-row${ahead ? ' timeline-ahead' : ''}`}>
      <time dateTime={iso} className="timeline-when">
        {when}
      </time>
      <span className="timeline-mark">{mark}</span>
      <div className="timeline-what">{children}</div>
    </li>
  );
}
