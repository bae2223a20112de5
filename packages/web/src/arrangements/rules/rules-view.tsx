import { holdsOn, TABLES, type Any, type Arrangement } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Condition } from '../../parts/condition.tsx';
import { Field } from '../../parts/field.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useLang, useSay } from '../../text/speak.ts';
import { RuleLine } from '../explorer/rule.tsx';
import type { ViewProps } from '../explorer/view.ts';
import { say } from '../words.ts';

function matches(rule: Any, wanted: string, lang: 'en' | 'ko' | 'ja'): boolean {
  const text = [
    rule.id,
    rule.name[lang],
    ...rule.sources.flatMap(({ source, at, quote }) => [source, at, quote]),
  ];
  return text.join(' ').toLowerCase().includes(wanted.toLowerCase());
}

function Section({
  arrangement,
  title,
  rules,
}: {
  readonly arrangement: Arrangement;
  readonly title: string;
  readonly rules: readonly Any[];
}): ReactNode {
  return (
    <section>
      <h2>
        {title} <span className="soft count">{rules.length}</span>
      </h2>
      <ul className="ways">
        {rules.map((rule) => (
          <li key={rule.id}>
            <RuleLine arrangement={arrangement} rule={rule} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every entry with its source; on the day that is looked at, or of all time. */
export function RulesView({ arrangement, looking }: ViewProps): ReactNode {
  const told = useSay(say);
  const lang = useLang();
  const [wanted, setWanted] = useState('');
  const [always, setAlways] = useState(false);
  const sections = TABLES.map((table) => ({
    table,
    rules: [...arrangement[table].values()].filter(
      (rule: Any) =>
        (always || table === 'events' || holdsOn(rule, looking.at)) && matches(rule, wanted, lang),
    ) as readonly Any[],
  })).filter(({ rules }) => rules.length > 0);
  return (
    <div className="stack view">
      <p className="soft">{told('rules-lead')}</p>
      <div className="rules-tools screen-only">
        <Field label={told('search')} value={wanted} onChange={setWanted} />
        <Switch isSelected={always} onChange={setAlways}>
          {told('rules-always')}
        </Switch>
      </div>
      {sections.map(({ table, rules }) => (
        <Section key={table} arrangement={arrangement} title={told(`table-${table}`)} rules={rules} />
      ))}
      {sections.length === 0 && <Condition sign="∅" title={told('search-none')} />}
    </div>
  );
}
