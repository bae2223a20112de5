/** Places: what a path means. Every page has a path of its own in every language, and what is looked at stands in its query. */
import type { Lang } from '@foedus/kernel';
import { isLang } from '../text/speak.ts';

/** The ways to look at an arrangement. */
export const VIEWS = ['map', 'voice', 'control', 'compare', 'claims', 'rules', 'edit'] as const;
export type View = (typeof VIEWS)[number];

export type Page =
  | { readonly name: 'arrangements' }
  | { readonly name: 'arrangement'; readonly id: string; readonly view: View }
  | { readonly name: 'look' }
  | { readonly name: 'nowhere' };

export interface Place {
  readonly lang: Lang;
  readonly page: Page;
  /** Empty, or begins with `?`. */
  readonly query: string;
}

const NOWHERE: Page = { name: 'nowhere' };

function pageOf(steps: readonly string[]): Page {
  const [area, id, view = 'map', ...more] = steps;
  if (more.length > 0) return NOWHERE;
  if (area === undefined || (area === 'arrangements' && id === undefined)) return { name: 'arrangements' };
  if (area === 'look' && id === undefined) return { name: 'look' };
  const known = VIEWS.find((each) => each === view);
  return area === 'arrangements' && id !== undefined && known
    ? { name: 'arrangement', id, view: known }
    : NOWHERE;
}

/** Reads a path; one without a language is in the visitor's own. */
export function placeOf(path: string, query: string, visitor: Lang): Place {
  const steps = path.split('/').filter((step) => step !== '');
  const [first] = steps;
  return isLang(first)
    ? { lang: first, page: pageOf(steps.slice(1).map(decodeURIComponent)), query }
    : { lang: visitor, page: pageOf(steps.map(decodeURIComponent)), query };
}

function stepsOf(page: Page): readonly string[] {
  switch (page.name) {
    case 'arrangements':
    case 'nowhere':
      return ['arrangements'];
    case 'arrangement':
      return ['arrangements', page.id, ...(page.view === 'map' ? [] : [page.view])];
    case 'look':
      return ['look'];
  }
}

export function pathOf({ lang, page, query }: Place): string {
  return `/${[lang, ...stepsOf(page)].map(encodeURIComponent).join('/')}${query}`;
}
