/** The arrangements among which claims are checked, and asking them. */
import type { Arrangement } from '../arrangement/model.ts';
import { ask } from '../authority/ask.ts';
import type { Answer, Frame, Question, Refusal, Reply } from '../authority/question.ts';
import type { Asked } from './model.ts';

export interface World {
  /** By id. */
  readonly arrangements: ReadonlyMap<string, Arrangement>;
  /** How questions are answered; by default `askOnce`. */
  readonly ask?: Ask;
}

export type Ask = (arrangement: Arrangement, frame: Frame, question: Question) => Reply;

const replies = new WeakMap<Arrangement, Map<string, Reply>>();

/** Asks the engine, and remembers its reply: many claims rest on the same, and an arrangement never changes. */
export const askOnce: Ask = (arrangement, frame, question) => {
  const known = replies.get(arrangement) ?? new Map<string, Reply>();
  replies.set(arrangement, known);
  const key = JSON.stringify([frame, question]);
  const reply = known.get(key) ?? ask(arrangement, frame, question);
  known.set(key, reply);
  return reply;
};

/** A rule of an arrangement of the world. */
export interface RuleAt {
  readonly arrangement: string;
  readonly rule: string;
}

/** A value, or why there is none. */
export type Or<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function unknownName(name: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code: 'unknown-name', params: { name } } };
}

/** The arrangement that a check names, else its home. */
export function arrangementOf(world: World, home: string, named: string | undefined): Or<Arrangement> {
  const id = named ?? home;
  const value = world.arrangements.get(id);
  return value ? { ok: true, value } : unknownName(id);
}

export interface Answered {
  readonly arrangement: Arrangement;
  readonly answer: Answer;
  /** The rules that the answer rests on. */
  readonly grounds: readonly RuleAt[];
}

/** Asks the engine what a check asks. */
export function answerTo(asked: Asked, home: string, world: World): Or<Answered> {
  const within = arrangementOf(world, home, asked.arrangement);
  if (!within.ok) return within;
  const arrangement = within.value;
  const reply = (world.ask ?? askOnce)(arrangement, asked.frame, asked.question);
  if (!reply.ok) return reply;
  const { answer } = reply;
  const rules = answer.grounds.map(({ rule }) => rule);
  return { ok: true, value: { arrangement, answer, grounds: rulesAt(arrangement.id, rules) } };
}

export function rulesAt(arrangement: string, rules: Iterable<string>): readonly RuleAt[] {
  return [...rules].map((rule) => ({ arrangement, rule }));
}

/** The same rules, each once, in the order in which they first come. */
export function distinct(rules: readonly RuleAt[]): readonly RuleAt[] {
  return [...new Map(rules.map((each) => [`${each.arrangement} ${each.rule}`, each])).values()];
}
