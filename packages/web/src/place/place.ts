/** Places: what a path means. Every page has a path of its own in every language, and what is looked at stands in its query. */
import type { Lang } from '@foedus/kernel';
import { isLang } from '../text/speak.ts';

/** The ways to look at an arrangement. */
export const VIEWS = ['map', 'voice', 'control', 'continuity', 'compare', 'claims', 'rules', 'edit'] as const;
export type View = (typeof VIEWS)[number];

/** The ways to look at a consultation as somebody. */
export const ROOM_VIEWS = ['room', 'positions', 'documents', 'record', 'replay'] as const;
export type RoomView = (typeof ROOM_VIEWS)[number];

/** The ways to look at an exercise as somebody who takes part; which of them he has follows from his role. */
export const EXERCISE_VIEWS = [
  'inbox',
  'messages',
  'documents',
  'board',
  'timeline',
  'cells',
  'people',
  'guide',
  'expected',
  'observations',
  'review',
  'replay',
] as const;
export type ExerciseView = (typeof EXERCISE_VIEWS)[number];

export type Page =
  | { readonly name: 'arrangements' }
  | { readonly name: 'arrangement'; readonly id: string; readonly view: View }
  | { readonly name: 'consultations' }
  /** Opening one. */
  | { readonly name: 'convening' }
  /** As whom to look at one. */
  | { readonly name: 'consultation'; readonly id: string }
  | { readonly name: 'room'; readonly id: string; readonly viewer: string; readonly view: RoomView }
  | { readonly name: 'exercises' }
  /** What a scenario is about, and beginning an exercise from it. */
  | { readonly name: 'scenario'; readonly id: string }
  /** Bringing in a list of events, exercises side by side, and what all of them have rehearsed. */
  | { readonly name: (typeof OF_EXERCISES)[number] }
  /** As whom to take part in one. */
  | { readonly name: 'exercise'; readonly id: string }
  /** Taking part; without a view, the first of one's role. */
  | { readonly name: 'playing'; readonly id: string; readonly as: string; readonly view?: ExerciseView }
  | { readonly name: (typeof ALONE)[number] }
  | { readonly name: 'nowhere' };

/** Pages of one step: about oneself, and the look. */
const ALONE = ['sign-in', 'enrol', 'join', 'account', 'look'] as const;

/** Their words stand where an exercise's id would: ids have sixteen characters. */
const OF_EXERCISES = ['import', 'comparison', 'coverage'] as const;
const SCENARIOS = 'scenarios';

export interface Place {
  readonly lang: Lang;
  readonly page: Page;
  /** Empty, or begins with `?`. */
  readonly query: string;
}

const NOWHERE: Page = { name: 'nowhere' };

function pageOf([area = 'arrangements', ...steps]: readonly string[]): Page {
  if (area === 'arrangements') return arrangementAt(steps);
  if (area === 'consultations') return consultationAt(steps);
  if (area === 'exercises') return exerciseAt(steps);
  const alone = ALONE.find((each) => each === area);
  return alone && steps.length === 0 ? { name: alone } : NOWHERE;
}

function arrangementAt([id, view = 'map', ...more]: readonly string[]): Page {
  if (id === undefined) return { name: 'arrangements' };
  const known = VIEWS.find((each) => each === view);
  return known && more.length === 0 ? { name: 'arrangement', id, view: known } : NOWHERE;
}

/** The word stands where a case's id would: ids have sixteen characters. */
const NEW = 'new';

function consultationAt([id, viewer, view = 'room', ...more]: readonly string[]): Page {
  if (id === undefined) return { name: 'consultations' };
  if (viewer === undefined) return id === NEW ? { name: 'convening' } : { name: 'consultation', id };
  const known = ROOM_VIEWS.find((each) => each === view);
  return known && more.length === 0 ? { name: 'room', id, viewer, view: known } : NOWHERE;
}

function exerciseAt([id, as, view, ...more]: readonly string[]): Page {
  if (id === undefined) return { name: 'exercises' };
  if (id === SCENARIOS)
    return as === undefined || view !== undefined ? NOWHERE : { name: 'scenario', id: as };
  const alone = OF_EXERCISES.find((each) => each === id);
  if (alone) return as === undefined ? { name: alone } : NOWHERE;
  if (as === undefined) return { name: 'exercise', id };
  if (view === undefined) return { name: 'playing', id, as };
  const known = EXERCISE_VIEWS.find((each) => each === view);
  return known && more.length === 0 ? { name: 'playing', id, as, view: known } : NOWHERE;
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
    case 'consultations':
      return ['consultations'];
    case 'convening':
      return ['consultations', NEW];
    case 'consultation':
      return ['consultations', page.id];
    case 'room':
      return ['consultations', page.id, page.viewer, ...(page.view === 'room' ? [] : [page.view])];
    case 'exercises':
      return ['exercises'];
    case 'scenario':
      return ['exercises', SCENARIOS, page.id];
    case 'import':
    case 'comparison':
    case 'coverage':
      return ['exercises', page.name];
    case 'exercise':
      return ['exercises', page.id];
    case 'playing':
      return ['exercises', page.id, page.as, ...(page.view === undefined ? [] : [page.view])];
    default:
      return [page.name];
  }
}

export function pathOf({ lang, page, query }: Place): string {
  return `/${[lang, ...stepsOf(page)].map(encodeURIComponent).join('/')}${query}`;
}
