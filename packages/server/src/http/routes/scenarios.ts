/** The scenarios that exercises can be made of, for who may direct one. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { exercise } from '@foedus/kernel';
import { plain } from '../../exercises/plain.ts';
import type { ShelvedScenario } from '../../exercises/shelf.ts';
import { signedIn, type Desk } from '../desk.ts';
import { wordingSchema } from '../exercise-commands.ts';
import { mayDirect } from '../exercise-desk.ts';
import { problem } from '../problem.ts';
import { json, textSchema } from '../schemas.ts';
import type { FastifyRequest } from 'fastify';

const tags = ['scenarios'];
export const scenarioParams = z.object({ scenario: z.string().max(200) });

export const cellSchema = z.object({
  id: z.string(),
  name: wordingSchema,
  kind: z.enum(['players', 'role-players']),
  seats: z.array(z.string()),
});

const listed = z.object({
  id: z.string(),
  name: wordingSchema,
  situation: wordingSchema,
  arrangement: z.string(),
  at: z.string().describe('The day on which the arrangement is taken.'),
  length: z.int().exactOptional().describe('Seconds of scenario time.'),
  cells: z.array(cellSchema),
  injects: z.int().describe('How many.'),
});

const findingSchema = z.object({
  code: z.string().describe('Stable.'),
  problem: z.boolean().describe('It will not work as it is written; else it may be meant so.'),
  place: z.object({ file: z.string(), line: z.int(), column: z.int() }),
  says: textSchema,
});

/** A scenario, if the request may make an exercise of it. */
export async function scenarioOf(
  { exercises }: Desk,
  request: FastifyRequest,
  id: string,
): Promise<ShelvedScenario> {
  const principal = signedIn(request);
  const found = (await exercises.scenarios()).get(id);
  if (!found || !mayDirect(principal, found.scenario.arrangement)) throw problem('not-found');
  return found;
}

export const scenarioRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  app.route({
    method: 'GET',
    url: '',
    schema: {
      summary: 'The scenarios that you may make an exercise of, the shortest first',
      tags,
      response: { 200: z.object({ scenarios: z.array(listed) }) },
    },
    handler: async (request) => {
      const principal = signedIn(request);
      const all = [...(await desk.exercises.scenarios()).values()];
      return {
        scenarios: all
          .map(({ scenario }) => scenario)
          .filter(({ arrangement }) => mayDirect(principal, arrangement))
          .toSorted((a, b) => (a.length ?? Infinity) - (b.length ?? Infinity))
          .map(({ arrangement, at, cells, id, injects, length, name, situation }) => ({
            id,
            name,
            situation,
            arrangement,
            at: String(at),
            ...(length === undefined ? {} : { length }),
            cells: [...cells.values()].map((cell) => ({
              id: cell.id,
              name: cell.name,
              kind: cell.kind,
              seats: [...cell.seats],
            })),
            injects: injects.size,
          })),
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/:scenario',
    schema: {
      summary: 'A scenario, whole: nothing for players',
      tags,
      params: scenarioParams,
      response: { 200: json('The scenario', z.looseObject({ id: z.string() })) },
    },
    handler: async (request, reply) => {
      const { scenario } = await scenarioOf(desk, request, request.params.scenario);
      return reply.type('application/json').send(JSON.stringify(plain(scenario)) as never);
    },
  });

  app.route({
    method: 'GET',
    url: '/:scenario/check',
    schema: {
      summary: 'What a scenario leaves out, or can’t bring about',
      tags,
      params: scenarioParams,
      response: { 200: json('The findings', z.object({ findings: z.array(findingSchema) })) },
    },
    handler: async (request, reply) => {
      const { arrangement, scenario } = await scenarioOf(desk, request, request.params.scenario);
      const findings = exercise.examine(scenario, arrangement.arrangement).map((each) => ({
        code: each.code,
        problem: exercise.isProblem(each),
        place: each.place,
        says: exercise.describeFinding(each),
      }));
      return reply.type('application/json').send(JSON.stringify({ findings }) as never);
    },
  });
};
