/** A link to a place: a real one, that can be opened in a new tab, and that loads nothing anew when it is followed here. */
import type { MouseEvent, ReactNode } from 'react';
import { useLang } from '../text/speak.ts';
import { pathOf, type Page } from './place.ts';
import { go } from './travel.ts';

interface Props {
  readonly to: Page;
  /** Default: none. */
  readonly query?: string;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}

function plainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

export function Link({ to, query = '', className, current = false, children }: Props): ReactNode {
  const lang = useLang();
  const place = { lang, page: to, query };
  return (
    <a
      href={pathOf(place)}
      className={className}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (!plainClick(event)) return;
        event.preventDefault();
        go(place);
      }}
    >
      {children}
    </a>
  );
}
