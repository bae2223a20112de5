/** Going back, and asking what if. Both are made of what the viewer was told, and neither is a record. */
import { consultation, LANGS } from '@foedus/kernel';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { seenAt } from '../../cases/seen.ts';
import { whatIf } from '../../cases/what-if.ts';
import { supposedBody } from '../commands.ts';
import { viewerOf, type Desk } from '../desk.ts';
import { problem } from '../problem.ts';
import { json, shownSchema, textSchema, viewerParams } from '../schemas.ts';

const step = z.int().min(1).describe('So many updates of the viewer.');

const supposition = z.strictObject({
  step,
  commands: z
    .array(supposedBody)
    .max(50)
    .describe('What is supposed to happen from there on, one after the other.'),
});

const supposed = z.object({
  decided: z.array(
    z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        id: z.string().optional(),
        standing: z.enum(['proper', 'departure']).optional(),
      }),
      z.object({ ok: z.literal(false), says: textSchema, refusal: consultation.refusalSchema }),
    ]),
  ),
  view: shownSchema.describe('What the viewer would see then; `whatIf` is true.'),
});

export const replayRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  app.route({
    method: 'GET',
    url: '/replay',
    schema: {
      summary: 'The view as it was after so many updates',
      tags: ['viewer'],
      params: viewerParams,
      querystring: z.object({ step: z.coerce.number().pipe(step) }),
      response: { 200: json('The view', shownSchema) },
    },
    handler: async (request, reply) => {
      const { found, viewer } = await viewerOf(desk, request, request.params);
      const then = seenAt(found, viewer, request.query.step);
      if (!then) throw problem('bad-cursor');
      return reply.type('application/json').send(JSON.stringify(then) as never);
    },
  });

  app.route({
    method: 'POST',
    url: '/fork',
    schema: {
      summary: 'What if it had gone on otherwise?',
      description:
        'Goes on from what the viewer knew after so many updates, with what is supposed to happen. Nothing is kept; what somebody else knew and the viewer did not has no part in it.',
      tags: ['viewer'],
      params: viewerParams,
      body: supposition,
      response: { 200: json('What would be', supposed) },
    },
    handler: async (request, reply) => {
      const { found, viewer } = await viewerOf(desk, request, request.params);
      const then = whatIf(found, viewer, request.body.step, request.body.commands);
      if (!then) throw problem('bad-cursor');
      const decided = then.decided.map((each) => {
        if (each.ok) return { ok: true, id: each.recorded?.id, standing: each.recorded?.standing };
        const says = consultation.explain(found.arrangement, each.refusal);
        return {
          ok: false,
          says: Object.fromEntries(LANGS.map((lang) => [lang, says[lang]])),
          refusal: each.refusal,
        };
      });
      return reply.type('application/json').send(JSON.stringify({ decided, view: then.view }) as never);
    },
  });
};
