/** Cases: those that one may know of, and opening one. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { may } from '../../accounts/authority.ts';
import type { CaseMeta } from '../../cases/meta.ts';
import { KINDS } from '../../cases/meta.ts';
import { openBody } from '../commands.ts';
import { caseOf, signedIn, viewersFor, type Desk } from '../desk.ts';
import { problem } from '../problem.ts';
import { refusal } from '../refusal.ts';
import { caseParams, caseSchema } from '../schemas.ts';
import { filesSchema, ROOT } from './arrangements.ts';

const opening = z.strictObject({
  kind: z.enum(KINDS),
  open: openBody.describe('The command that opens it, by a seat that may.'),
});

export const caseRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const { cases } = desk;

  app.route({
    method: 'GET',
    url: '',
    schema: {
      summary: 'The cases that you may look at, newest first',
      tags: ['cases'],
      response: { 200: z.object({ cases: z.array(caseSchema) }) },
    },
    handler: async (request) => {
      signedIn(request);
      const seen: (CaseMeta & { viewers: readonly string[] })[] = [];
      for await (const meta of cases.list()) {
        const arrangement = await cases.arrangement(meta.hash);
        const viewers = viewersFor(request, meta, arrangement);
        if (viewers.length > 0) seen.push({ ...meta, viewers });
      }
      return { cases: seen.toSorted((a, b) => b.openedAt - a.openedAt) };
    },
  });

  app.route({
    method: 'POST',
    url: '',
    schema: {
      summary: 'Open a case',
      description: 'Sent again under the same key, it answers with the case that was opened then.',
      tags: ['cases'],
      body: opening,
      response: { 200: caseSchema },
    },
    handler: async (request) => {
      const principal = signedIn(request);
      const { kind, open } = request.body;
      const seat = { as: 'seat', seat: open.seat } as const;
      if (!may(principal, 'act', { id: '', arrangement: open.arrangement }, seat)) throw problem('forbidden');
      const opened = await cases.open(principal.id, { kind, command: open });
      if (opened.ok) {
        const { arrangement, meta } = opened.case;
        return { ...meta, viewers: viewersFor(request, meta, arrangement) };
      }
      switch (opened.why) {
        case 'unknown-arrangement':
          throw problem('not-found');
        case 'key-reused':
          throw problem('key-reused', { key: open.key });
        case 'refused':
          throw refusal(opened.arrangement, opened.refusal);
      }
    },
  });

  app.route({
    method: 'GET',
    url: '/:case',
    schema: {
      summary: 'One case',
      tags: ['cases'],
      params: caseParams,
      response: { 200: caseSchema },
    },
    handler: async (request) => {
      const { arrangement, meta } = await caseOf(desk, request, request.params);
      return { ...meta, viewers: viewersFor(request, meta, arrangement) };
    },
  });

  app.route({
    method: 'GET',
    url: '/:case/arrangement',
    schema: {
      summary: 'The files of the arrangement as they were when the case was opened',
      tags: ['cases'],
      params: caseParams,
      response: { 200: filesSchema },
    },
    handler: async (request) => {
      const { meta } = await caseOf(desk, request, request.params);
      const files = await cases.sources(meta.hash);
      return { id: meta.arrangement, hash: meta.hash, root: ROOT, files };
    },
  });
};
