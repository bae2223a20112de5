/** What a viewer sees: now, and as it came to be. */
import { consultation } from '@foedus/kernel';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { found as findIn } from '../../cases/search.ts';
import { exported, seenNow } from '../../cases/seen.ts';
import { viewerOf, type Desk } from '../desk.ts';
import { problem } from '../problem.ts';
import { cursor, json, shownSchema, viewerParams } from '../schemas.ts';

export const viewRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  app.route({
    method: 'GET',
    url: '/view',
    schema: {
      summary: 'All that the viewer sees now and, for a seat, what is open to it',
      tags: ['viewer'],
      params: viewerParams,
      response: { 200: json('The view', shownSchema) },
    },
    handler: async (request, reply) => {
      const { found, viewer } = await viewerOf(desk, request, request.params);
      return reply.type('application/json').send(JSON.stringify(seenNow(found, viewer)) as never);
    },
  });

  app.route({
    method: 'GET',
    url: '/history',
    schema: {
      summary: 'What the viewer was told, after a cursor',
      tags: ['viewer'],
      params: viewerParams,
      querystring: z.object({
        after: z.coerce.number().pipe(cursor).default(0),
        limit: z.coerce.number().pipe(z.int().min(1).max(1000)).default(1000),
      }),
      response: {
        200: json('Updates', z.object({ updates: z.array(consultation.updateSchema), cursor, last: cursor })),
      },
    },
    handler: async (request, reply) => {
      const { found, viewer } = await viewerOf(desk, request, request.params);
      const { after, limit } = request.query;
      const feed = found.feed(viewer);
      if (after > feed.cursor) throw problem('bad-cursor');
      const updates = feed.after(after, limit);
      const text = `{"updates":[${updates.join()}],"cursor":${after + updates.length},"last":${feed.cursor}}`;
      return reply.type('application/json').send(text as never);
    },
  });

  app.route({
    method: 'GET',
    url: '/search',
    schema: {
      summary: 'Items the viewer sees that contain all the words, however they are written',
      tags: ['viewer'],
      params: viewerParams,
      querystring: z.object({ q: z.string().min(1).max(200) }),
      response: {
        200: json('Items', z.object({ items: z.array(z.looseObject({ id: z.string() })) })),
      },
    },
    handler: async (request, reply) => {
      const { found, viewer } = await viewerOf(desk, request, request.params);
      const items = findIn(seenNow(found, viewer).history, request.query.q);
      return reply.type('application/json').send(JSON.stringify({ items }) as never);
    },
  });

  app.route({
    method: 'GET',
    url: '/export',
    schema: {
      summary: 'All that the viewer sees, with markings and originators, as a file to keep',
      tags: ['viewer'],
      params: viewerParams,
      response: {
        200: json('The export', z.looseObject({ format: z.literal('foedus-case/1') })),
      },
    },
    handler: async (request, reply) => {
      const { found, viewer } = await viewerOf(desk, request, request.params);
      return reply
        .type('application/json')
        .header('content-disposition', `attachment; filename="${found.meta.kind}-${found.meta.id}.json"`)
        .send(JSON.stringify(exported(found, viewer)) as never);
    },
  });
};
