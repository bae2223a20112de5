/** Act sentences: `consult by us-president with rok-president on nuclear-release`. */
import { z } from 'zod';
import { leaf, readString } from '../../yaml/shape.ts';
import { placeInside, type Scalar, type Tree } from '../../yaml/tree.ts';
import { ACT_KINDS, splitAct, type Act, type ActKind, type Outcome } from '../act.ts';
import { nearest } from '../nearest.ts';
import { resolve, type Reader } from './words.ts';

const NAME = '[a-z][a-z0-9-]*';
export const ACT_PATTERN = new RegExp(
  `^(?:${ACT_KINDS.join('|')}) by ${NAME}(?: (?:to|with) ${NAME})? on ${NAME}$`,
);
export const OUTCOME_PATTERN = new RegExp(
  `^(?:${ACT_KINDS.join('|')})(?: by ${NAME})?(?: (?:to|with) ${NAME})? on ${NAME}$`,
);

/** Reads a sentence in which `by` may be left out; every wrong word is reported at its own place. */
export function readOutcomeSentence(node: Scalar, reader: Reader): Outcome | undefined {
  const split = splitAct(node.text);
  if (!split) {
    reader.report('bad-act', placeInside(node, 0), { problem: 'form', text: node.text });
    return undefined;
  }
  const starts = [...node.text.matchAll(/\S+/g)].map((word) => word.index);
  const toAt = split.by === undefined ? 2 : 4;
  const onAt = toAt + (split.to === undefined ? 0 : 2);
  const kind = ACT_KINDS.find((each) => each === split.kind);
  if (!kind) {
    const params = { name: split.kind, known: ACT_KINDS.join(', ') };
    reader.report('unknown-act-kind', placeInside(node, 0), params, nearest(split.kind, ACT_KINDS));
  }
  const by = split.by === undefined ? undefined : resolve(split.by, 'actor', node, starts[2]!, reader);
  const to = split.to === undefined ? undefined : resolve(split.to, 'addressee', node, starts[toAt]!, reader);
  const onWhat = kind === 'declare' ? 'condition' : 'matter';
  const on = resolve(split.on, onWhat, node, starts[onAt]!, reader);
  const sound = kind && on !== undefined && !(split.by && !by) && !(split.to && !to);
  return sound
    ? { kind, on, ...(by === undefined ? {} : { by }), ...(to === undefined ? {} : { to }) }
    : undefined;
}

const ADDRESSED: readonly ActKind[] = ['inform', 'consult', 'delegate'];

/** Reads a sentence that says who acts and, for kinds that are addressed to somebody, to whom. */
export function readActSentence(node: Scalar, reader: Reader): Act | undefined {
  const outcome = readOutcomeSentence(node, reader);
  if (!outcome) return undefined;
  const { by } = outcome;
  if (by !== undefined && (outcome.to !== undefined || !ADDRESSED.includes(outcome.kind)))
    return { ...outcome, by };
  const problem = by === undefined ? 'by' : 'to';
  reader.report('bad-act', placeInside(node, 0), { problem, text: node.text });
  return undefined;
}

export const act: z.ZodType<Act> = leaf(
  z.string().regex(ACT_PATTERN).meta({
    id: 'act',
    description: 'An act: `<kind> by <office or body> [to|with <office, body or party>] on <matter>`.',
  }),
  (node: Tree, reader: Reader) =>
    readString(node, reader) === undefined ? undefined : readActSentence(node as Scalar, reader),
);

export const outcome: z.ZodType<Outcome> = leaf(
  z.string().regex(OUTCOME_PATTERN).meta({
    id: 'outcome',
    description: 'An act by somebody, or by anybody when `by` is left out: `execute on kill-chain`.',
  }),
  (node: Tree, reader: Reader) =>
    readString(node, reader) === undefined ? undefined : readOutcomeSentence(node as Scalar, reader),
);
