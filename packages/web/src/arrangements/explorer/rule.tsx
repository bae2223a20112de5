import { showWhen, type Any, type Arrangement, type Period } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Cites } from '../../parts/cite.tsx';
import { StatusTag } from '../../parts/tag.tsx';
import { useText } from '../../text/speak.ts';

/** `2011-10 – 2014`; empty where it always held. */
export function showPeriod({ from, until }: Period): string {
  if (!from && !until) return '';
  return `${from ? showWhen(from) : ''} – ${until ? showWhen(until) : ''}`;
}

/** A rule by its name, with how firmly it is known, since when, and where it comes from. */
export function RuleLine({
  arrangement,
  rule,
}: {
  readonly arrangement: Arrangement;
  readonly rule: Any;
}): ReactNode {
  const text = useText();
  const period = showPeriod(rule);
  return (
    <div className="rule-line">
      <p className="rule-name">{text(rule.name)}</p>
      <p className="rule-facts">
        <StatusTag status={rule.status} /> {period !== '' && <span className="soft">{period}</span>}{' '}
        <Cites arrangement={arrangement} citations={rule.sources} />
      </p>
      {rule.note && <p className="rule-note soft">{text(rule.note)}</p>}
    </div>
  );
}
