/** Acting for a seat. */
import { consultation } from '@foedus/kernel';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ATTEMPTS } from '../../cases/case.ts';
import { commandBody } from '../commands.ts';
import { actorOf, type Desk } from '../desk.ts';
import { problem } from '../problem.ts';
import { refusal } from '../refusal.ts';
import { viewerParams } from '../schemas.ts';

const recorded = z.object({
  id: z.string().describe('By which the record knows it.'),
  at: z.int().describe('When it was recorded; milliseconds since 1970.'),
  standing: z
    .enum(['proper', 'departure'])
    .optional()
    .describe('Of an act: whether it passed over a duty, for the reason given.'),
  passedOver: z.array(z.string()).readonly().optional().describe('The seats whose part was left out.'),
  cursor: z.int().describe('The number of the last update of this seat.'),
});

export const commandRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const { documents, metrics } = desk;

  app.route({
    method: 'POST',
    url: '/commands',
    schema: {
      summary: 'Act for the seat',
      description:
        'The answer comes when the act is recorded durably. A command that is sent again under its key is recorded once, and answered as it was then. What the arrangement does not permit is refused with the rules, their sources and what is missing; nothing is recorded of it.',
      tags: ['viewer'],
      params: viewerParams,
      body: commandBody,
      response: { 200: recorded },
    },
    handler: async (request) => {
      const began = performance.now();
      const { found, seat } = await actorOf(desk, request, request.params);
      const command = { ...request.body, seat };
      const unknown = await documents.missing(found, command);
      if (unknown !== undefined) throw problem('unknown-document', { hash: unknown });
      const decided = await found.act(command);
      metrics.commandSeconds.add((performance.now() - began) / 1000);
      if (decided === 'busy') {
        metrics.commands.add({ result: 'busy' });
        throw problem('busy', { attempts: ATTEMPTS });
      }
      if (decided === 'behind') {
        metrics.commands.add({ result: 'refused' });
        throw problem('case-behind');
      }
      metrics.commands.add({ result: decided.ok ? 'recorded' : 'refused' });
      if (!decided.ok) throw refusal(found.arrangement, decided.refusal);
      const { id, command: kept, passedOver, standing } = decided.recorded!;
      return {
        id,
        at: kept.at,
        cursor: found.feed(consultation.seatViewer(seat)).cursor,
        ...(standing ? { standing } : {}),
        ...(passedOver ? { passedOver } : {}),
      };
    },
  });
};
