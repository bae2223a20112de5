/** An exercise as one of those who take part: what he sees, what he is told, what he asks for. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { exercise } from '@foedus/kernel';
import { ATTEMPTS } from '../../exercises/exercise.ts';
import { plain } from '../../exercises/plain.ts';
import { attachmentOf, pathOf } from '../../exercises/shelf.ts';
import { signedIn, type Desk } from '../desk.ts';
import { eventStream } from '../event-stream.ts';
import { exerciseCommandBody } from '../exercise-commands.ts';
import { participantOf, partsOf } from '../exercise-desk.ts';
import { exerciseRefusal } from '../exercise-refusal.ts';
import { scenarioSeenBy } from '../../exercises/scenario-seen.ts';
import { problem } from '../problem.ts';
import { json } from '../schemas.ts';
import { exerciseParams } from './exercises.ts';

const tags = ['participant'];
const params = exerciseParams.extend({ participant: z.string().max(200) });
const cursor = z.string().max(64).describe('As it came with the last update, or with the whole.');
const done = z.object({});

export const exercisePartRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const { accounts, store } = desk;

  app.route({
    method: 'GET',
    url: '',
    schema: {
      summary: 'All that a participant sees of an exercise now',
      tags,
      params,
      response: {
        200: json(
          'What is seen',
          z.looseObject({
            phase: z.string(),
            cursor,
            at: z.int().describe('The moment of the answer; milliseconds since 1970.'),
          }),
        ),
      },
    },
    handler: async (request, reply) => {
      const { me, run } = await participantOf(desk, request, request.params);
      const feed = run.feed(exercise.viewerOf(me));
      const cursor = JSON.stringify(feed.nameOf(feed.cursor));
      const head = `"cursor":${cursor},"at":${desk.world.now()}`;
      return reply.type('application/json').send(`{${head},${feed.seen().slice(1)}` as never);
    },
  });

  app.route({
    method: 'GET',
    url: '/updates',
    schema: {
      summary: 'What a participant is told, as it happens',
      description:
        'Server-sent events named `update`; each has the keys that have changed, and of `inbox`, `messages` and `board` the items that are new or have changed. They begin after `Last-Event-ID` or `after`; without one, or where what came since is no longer at hand, with the whole. The event `end` says that the server lets go: come back.',
      tags,
      params,
      querystring: z.object({ after: cursor.optional() }),
      headers: z.object({ 'last-event-id': cursor.optional() }),
      response: {
        200: { description: 'Updates', content: { 'text/event-stream': { schema: z.string() } } },
      },
    },
    handler: async (request, reply) => {
      const { me, run } = await participantOf(desk, request, request.params);
      const feed = run.feed(exercise.viewerOf(me));
      const after = feed.placeOf(request.headers['last-event-id'] ?? request.query.after ?? '');
      desk.watchers.add(feed, after, eventStream(reply), async () =>
        partsOf(await accounts.identify(request), run).some(({ id }) => id === me.id),
      );
    },
  });

  app.route({
    method: 'POST',
    url: '/commands',
    schema: {
      summary: 'Ask something of the exercise',
      description:
        'The answer comes when it is kept durably, and done in the consultations. Sent again under its key, it is done once. What the role may not do is refused.',
      tags,
      params,
      body: exerciseCommandBody,
      response: { 200: done },
    },
    handler: async (request) => {
      const { me, run } = await participantOf(desk, request, request.params);
      const command = { ...request.body, by: me.id };
      const decided = await run.act(command);
      if (decided === 'busy') throw problem('busy', { attempts: ATTEMPTS });
      if (!decided.ok) throw exerciseRefusal(decided.refusal);
      if (command.type === 'dismiss') {
        const part = { exercise: run.meta.id, participant: command.participant };
        await accounts.dismiss(part, signedIn(request).id);
      }
      return {};
    },
  });

  app.route({
    method: 'POST',
    url: '/open/:consultation',
    schema: {
      summary: 'Convene a planned consultation, as the player of the seat that convenes it',
      tags,
      params: params.extend({ consultation: z.string().max(200) }),
      response: { 200: z.object({ case: z.string() }) },
    },
    handler: async (request) => {
      const { me, run } = await participantOf(desk, request, request.params);
      const { consultation } = request.params;
      const planned = run.scenario.consultations.get(consultation);
      if (!planned || me.seat !== planned.convener.seat) throw problem('not-found');
      const convened = await run.convene(consultation);
      if (!convened.ok) throw exerciseRefusal(convened.refusal);
      return { case: convened.case };
    },
  });

  app.route({
    method: 'GET',
    url: '/scenario',
    schema: {
      summary: 'What a participant may know of the scenario',
      description:
        'Control: all of it; evaluators: all but what control notes for itself; others: the situation, the cells, and the questionnaires that they were sent.',
      tags,
      params,
      response: { 200: json('The scenario', z.looseObject({ id: z.string() })) },
    },
    handler: async (request, reply) => {
      const { me, run } = await participantOf(desk, request, request.params);
      const seen = scenarioSeenBy(run, exercise.viewerOf(me));
      return reply.type('application/json').send(JSON.stringify(plain(seen)) as never);
    },
  });

  app.route({
    method: 'GET',
    url: '/attachments/:inject/:number',
    schema: {
      summary: 'A file that came with an inject',
      description: 'Numbered from 0, in the order in which the inject names them.',
      tags,
      params: params.extend({ inject: z.string().max(200), number: z.coerce.number().pipe(z.int().min(0)) }),
      response: { 200: { description: 'The file', content: { '*/*': { schema: z.string() } } } },
    },
    handler: async (request, reply) => {
      const { me, run } = await participantOf(desk, request, request.params);
      const { inject: id, number } = request.params;
      const seen = exercise.seen(run.stage, run.state, exercise.viewerOf(me));
      const isSeen =
        seen.inbox.some(({ inject }) => inject === id) || seen.board?.some(({ inject }) => inject.id === id);
      const inject = isSeen ? run.state.injects.get(id)?.inject : undefined;
      const attachment = inject?.attachments[number];
      const bytes =
        inject && attachment && (await attachmentOf(store, run.meta.hash, pathOf(inject, attachment)));
      if (!attachment || !bytes) throw problem('not-found');
      return reply
        .type(attachment.mediaType)
        .headers({
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
          'content-security-policy': "sandbox; default-src 'none'",
          'foedus-kind': 'exercise',
        })
        .send(Buffer.from(bytes) as never);
    },
  });
};
