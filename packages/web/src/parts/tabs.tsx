import type { ReactNode } from 'react';
import { Link } from '../place/link.tsx';
import type { Page } from '../place/place.ts';

export interface Tab {
  readonly label: string;
  readonly to: Page;
  readonly current: boolean;
}

/** Ways to look at one thing. Each is a place with a path of its own, so they are links. */
export function Tabs({
  label,
  tabs,
  query,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly query: string;
}): ReactNode {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.label} to={tab.to} query={query} current={tab.current} className="tab">
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
