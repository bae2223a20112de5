/** Looking back on an exercise, for who directed, controlled or judged it. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { exercise } from '@foedus/kernel';
import { seenJson } from '../../exercises/seen-json.ts';
import { at } from '../../exercises/replay.ts';
import type { Desk } from '../desk.ts';
import { exerciseOf, JUDGING } from '../exercise-desk.ts';
import { problem } from '../problem.ts';
import { json } from '../schemas.ts';
import { exerciseParams } from './exercises.ts';

const tags = ['review'];
const elapsed = z.coerce
  .number()
  .pipe(z.int().min(0))
  .describe('Scenario time since STARTEX, in milliseconds.');

export const exerciseReviewRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  app.route({
    method: 'GET',
    url: '/:exercise/at/:elapsed',
    schema: {
      summary: 'What there was to see at a moment of the exercise',
      description:
        'As one of those as whom you take part; who directed, controlled or judged it also gets the consultations as they stood then.',
      tags,
      params: exerciseParams.extend({ elapsed }),
      querystring: z.object({ as: z.string().max(200).exactOptional().describe('The participant.') }),
      response: {
        200: json(
          'The moment',
          z.object({
            elapsed: z.int(),
            seen: z.looseObject({ phase: z.string() }),
            cases: z.record(z.string(), z.looseObject({})).exactOptional(),
          }),
        ),
      },
    },
    handler: async (request, reply) => {
      const { me, run } = await exerciseOf(desk, request, request.params);
      const { as } = request.query;
      const who = me.find(({ id, role }) => (as === undefined ? JUDGING.includes(role) : id === as));
      if (!who) throw problem('not-found');
      const { elapsed: moment } = request.params;
      const { now, stage, state } = at(run, moment as exercise.Elapsed);
      const seen = { ...exercise.seen(stage, state, exercise.viewerOf(who)), now };
      const cases = JUDGING.includes(who.role)
        ? `,"cases":${JSON.stringify(Object.fromEntries(stage.cases))}`
        : '';
      return reply
        .type('application/json')
        .send(`{"elapsed":${moment},"seen":${seenJson(seen)}${cases}}` as never);
    },
  });
};
