/** Live updates: server-sent events that resume where they were cut, on any process. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { may } from '../../accounts/authority.ts';
import { viewerOf, type Desk } from '../desk.ts';
import { eventStream } from '../event-stream.ts';
import { problem } from '../problem.ts';
import { viewerParams } from '../schemas.ts';

const cursor = z.coerce.number().pipe(z.int().min(0));

export const updateRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  app.route({
    method: 'GET',
    url: '/updates',
    schema: {
      summary: 'What the viewer is told, as it happens',
      description:
        'Server-sent events named `update`; the `id` of each is the cursor after it. They begin after `Last-Event-ID` or, without it, after `after`; none is left out or sent twice. The event `end` says that the server lets go: come back.',
      tags: ['viewer'],
      params: viewerParams,
      querystring: z.object({ after: cursor.default(0) }),
      headers: z.object({ 'last-event-id': cursor.optional() }),
      response: {
        200: { description: 'Updates', content: { 'text/event-stream': { schema: z.string() } } },
      },
    },
    handler: async (request, reply) => {
      const { found, viewer } = await viewerOf(desk, request, request.params);
      const after = request.headers['last-event-id'] ?? request.query.after;
      const feed = found.feed(viewer);
      if (after > feed.cursor) throw problem('bad-cursor');
      desk.watchers.add(feed, after, eventStream(reply), async () =>
        may(await desk.accounts.identify(request), 'see', found.meta, viewer),
      );
    },
  });
};
