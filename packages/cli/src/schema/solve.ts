/** What `foedus solve --json` prints. */
import { z } from 'zod';
import { count, text } from './common.ts';

const chance = z.number().min(0).max(1);
const sets = z
  .strictObject({
    count: count.describe('How many there are, exactly'),
    bySize: z
      .array(z.strictObject({ size: z.int().min(0), count }))
      .describe('How many there are of each size; in a fault tree the size is called order'),
    sets: z.array(z.array(z.string())).describe('The smallest, as many as `--list` says'),
  })
  .nullable();
const ratio = z.number().nullable().describe('null: the divisor is 0');

export const solveOutput = z.strictObject({
  kind: z.enum(['fault-tree', 'game', 'arrangement']),
  name: z.string().describe('Of the tree, the game or the arrangement'),
  top: z.string().describe('The gate, or the outcome, that is solved'),
  variables: z.int().min(0).describe('Basic events, or players, on which it rests'),
  gates: z.int().min(0),
  coherent: z
    .boolean()
    .describe('Nothing stands under a negation; where something does, only probabilities are given'),
  modules: z.int().min(0).describe('Parts that share no variable with the rest, each solved by itself'),
  nodes: z.int().min(0).describe('Nodes of the diagrams of all modules'),
  budget: z.int().min(0).describe('How many nodes there could have been at any time'),
  topProbability: chance.nullable().describe('null: some event has no probability'),
  minimalSets: sets.describe('Minimal cut sets of a tree; minimal winning coalitions'),
  blockingSets: sets.describe('Minimal sets without which the top can not come about: path sets of a tree'),
  importance: z
    .array(
      z.strictObject({
        event: z.string(),
        probability: chance,
        birnbaum: z.number().describe('P(top | event) - P(top | no event)'),
        criticality: ratio.describe('P(event) birnbaum / P(top)'),
        fussellVesely: ratio.describe('P(event | top), the diagnostic importance'),
        raw: ratio.describe('Risk achievement worth: P(top | event) / P(top)'),
        rrw: ratio.describe('Risk reduction worth: P(top) / P(top | no event)'),
      }),
    )
    .nullable(),
  winningCoalitions: count.nullable(),
  players: z
    .array(
      z.strictObject({
        player: z.string(),
        swings: count.describe('Coalitions of the others that win with the player and not without'),
        banzhaf: z.string().describe('Its share of all swings, as a fraction in lowest terms'),
        banzhafDecimal: z.number(),
        banzhafAbsolute: z.string().describe('Its swings over the coalitions of the others'),
        shapleyShubik: z.string().nullable().describe('null: only the decimal was worked out'),
        shapleyShubikDecimal: z.number(),
      }),
    )
    .nullable()
    .describe('Power indices; null for a large fault tree unless `--power` asks for them'),
  refused: z
    .array(
      z.strictObject({
        part: z.enum(['minimalSets', 'blockingSets', 'topProbability', 'players']),
        code: z.enum(['budget-spent', 'aborted']),
        message: text,
      }),
    )
    .describe('What could not be answered, which is then null'),
});
export type SolveOutput = z.infer<typeof solveOutput>;
