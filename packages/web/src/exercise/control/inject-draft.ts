/** An inject that is being written: what a form holds, and the command that comes of it. */
import type { exercise, Lang } from '@foedus/kernel';
import { elapsedInDigits, readElapsed } from '../time.ts';

export type When = 'time' | 'reserve' | 'branch' | 'now';

export interface InjectDraft {
  readonly serial: string;
  readonly title: string;
  readonly text: string;
  readonly from: string;
  readonly notes: string;
  readonly to: readonly string[];
  readonly method: exercise.Method;
  readonly kind: exercise.InjectKind;
  readonly status: exercise.InjectStatus;
  readonly part: string;
  readonly controller: string;
  readonly when: When;
  /** As a person writes it. */
  readonly at: string;
}

/** A serial that is not taken: `F1` for the first that was not planned. */
export function freeSerial(taken: Iterable<string>): string {
  const known = new Set(taken);
  let number = 1;
  while (known.has(`F${number}`)) number += 1;
  return `F${number}`;
}

export function draftOf(inject: exercise.Inject, lang: Lang): InjectDraft {
  const {
    controller = '',
    due,
    from,
    id,
    kind,
    method,
    notes = {},
    part = '',
    status,
    text,
    title,
    to,
  } = inject;
  return {
    serial: id,
    title: title[lang] ?? '',
    text: text[lang] ?? '',
    from: from[lang] ?? '',
    notes: notes[lang] ?? '',
    to,
    method,
    kind,
    status,
    part,
    controller,
    when: due.type,
    at: due.type === 'time' ? elapsedInDigits(due.after * 1000) : '',
  };
}

export function emptyDraft(serial: string): InjectDraft {
  return {
    serial,
    title: '',
    text: '',
    from: '',
    notes: '',
    to: [],
    method: 'message',
    kind: 'contextual',
    status: 'ready',
    part: '',
    controller: '',
    when: 'now',
    at: '',
  };
}

/** The moment at which it is due; `undefined`: what is written is none. */
function dueOf({ at, when }: InjectDraft, before?: exercise.DueWhen): exercise.DueWhen | undefined {
  if (when === 'branch') return before?.type === 'branch' ? before : undefined;
  if (when !== 'time') return { type: 'reserve' };
  const elapsed = readElapsed(at);
  if (elapsed === undefined) return undefined;
  return {
    type: 'time',
    after: Math.round(elapsed / 1000) as (exercise.DueWhen & { type: 'time' })['after'],
  };
}

export function isComplete(draft: InjectDraft, before?: exercise.Inject): boolean {
  const { from, serial, text, title, to } = draft;
  const written = [serial, title, text, from].every((each) => each.trim() !== '');
  return written && to.length > 0 && dueOf(draft, before?.due) !== undefined;
}

/** The wording with what was written in the language of the page; nothing written takes that language out. */
function put(before: exercise.Wording, lang: Lang, text: string): exercise.Wording {
  const { [lang]: _, ...rest } = before;
  return text.trim() === '' ? rest : { ...rest, [lang]: text.trim() };
}

/** INVARIANT: of a draft that is complete. */
export function editOf(draft: InjectDraft, lang: Lang, before?: exercise.Inject): exercise.InjectEdit {
  const { id: _, place: __, ...rest } = before ?? NOTHING;
  const { controller: ___, notes: ____, part: _____, ...kept } = rest;
  const notes = put(before?.notes ?? {}, lang, draft.notes);
  return {
    ...kept,
    title: put(kept.title, lang, draft.title),
    text: put(kept.text, lang, draft.text),
    from: put(kept.from, lang, draft.from),
    to: draft.to,
    method: draft.method,
    kind: draft.kind,
    status: draft.status,
    due: dueOf(draft, before?.due)!,
    ...(Object.keys(notes).length > 0 ? { notes } : {}),
    ...(draft.part === '' ? {} : { part: draft.part }),
    ...(draft.controller === '' ? {} : { controller: draft.controller }),
  };
}

const NOTHING: exercise.Inject = {
  id: '',
  kind: 'contextual',
  status: 'ready',
  due: { type: 'reserve' },
  method: 'message',
  from: {},
  to: [],
  title: {},
  text: {},
  attachments: [],
  tasks: [],
  expected: [],
  effects: [],
  extra: {},
  place: { file: '', line: 1, column: 1 },
};
