/**
 * Reads a voting game: `{"rules": [{"quota": 39, "weights": [7, 7, 1]}]}`, one weight for each player in every rule. `name` and `players`
 * (names, or how many there are) may be given; other keys are left aside, so that notes and expected results can stand in the file.
 * JSON is a part of YAML, and read as such: faults have lines and columns.
 */
import { z } from 'zod';
import type { Result } from '../arrangement/fault.ts';
import { collector, result } from '../arrangement/read/files.ts';
import { parse } from '../yaml/parse.ts';
import { isTable, leaf, list, readAs, record, string, wrongType, type Context } from '../yaml/shape.ts';
import { placeOf, valueOf, type Table, type Tree } from '../yaml/tree.ts';
import type { Game, Rule } from './model.ts';

/** A whole number, 0 or more, up to what a number holds exactly. */
const amount: z.ZodType<number> = leaf(z.int().min(0), (node, context) => {
  const value =
    node.type === 'scalar' && node.plain && /^(?:0|[1-9]\d{0,15})$/.test(node.text) ? Number(node.text) : NaN;
  return Number.isSafeInteger(value) ? value : wrongType(node, 'whole', context);
});

const rules = list(record({ quota: amount, weights: list(amount) }));
const names = list(string);

/** The game of a file, given as bytes or text. */
export function readGame(file: string, content: Uint8Array | string): Result<Game> {
  const { tree, faults: broken } = parse(file, content);
  const { faults, report } = collector();
  const game = tree && gameOf(file, tree, { report });
  return result(game, [...broken, ...faults]);
}

function gameOf(file: string, tree: Tree, context: Context): Game | undefined {
  if (!isTable(tree, context)) return undefined;
  const node = valueOf(tree, 'rules');
  if (!node) {
    context.report('missing-key', placeOf(tree), { key: 'rules' });
    return undefined;
  }
  const read = readAs(rules, node, context);
  if (!read) return undefined;
  const count = read[0]!.weights.length;
  if (!read.every((rule, index) => fits(rule, count, item(node, index), context))) return undefined;
  const players = playersOf(tree, count, context);
  const title = valueOf(tree, 'name');
  const name = title ? readAs(string, title, context) : file;
  return players && name !== undefined ? { name, players, rules: read } : undefined;
}

function item(node: Tree, index: number): Table {
  return (node as Extract<Tree, { type: 'list' }>).items[index] as Table;
}

/** Whether a rule has a weight for every player, and a quota that some but not all coalitions can meet. */
function fits({ quota, weights }: Rule, count: number, node: Table, context: Context): boolean {
  if (weights.length !== count) {
    const params = { count, have: weights.length };
    context.report('wrong-length', placeOf(valueOf(node, 'weights')!), params);
    return false;
  }
  const most = weights.reduce((sum, weight) => sum + weight, 0);
  if (quota >= 1 && quota <= most && Number.isSafeInteger(most)) return true;
  context.report('quota-out-of-range', placeOf(valueOf(node, 'quota')!), { quota, most });
  return false;
}

/** The names that are given, else `1`, `2` … */
function playersOf(table: Table, count: number, context: Context): readonly string[] | undefined {
  const node = valueOf(table, 'players');
  const numbered = Array.from({ length: count }, (_, index) => String(index + 1));
  if (!node) return numbered;
  const given = node.type === 'list' ? readAs(names, node, context) : readAs(amount, node, context);
  if (given === undefined) return undefined;
  const have = typeof given === 'number' ? given : given.length;
  if (have !== count) {
    context.report('wrong-length', placeOf(node), { count, have });
    return undefined;
  }
  if (typeof given === 'number') return numbered;
  const twice = given.find((name, index) => given.indexOf(name) !== index);
  if (twice === undefined) return given;
  context.report('repeated-item', placeOf(node), { name: twice });
  return undefined;
}
