/** Documents that items name. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ATTEMPTS, DOCUMENT_LIMIT, documentOf, roomOf } from '../../cases/documents.ts';
import { seenNow } from '../../cases/seen.ts';
import { actorOf, viewerOf, type Desk } from '../desk.ts';
import { problem } from '../problem.ts';
import { viewerParams } from '../schemas.ts';

/** As the kernel's commands name it: without parameters. */
const MEDIA_TYPE = /^[a-z0-9][a-z0-9.+-]{0,99}\/[a-z0-9][a-z0-9.+-]{0,99}$/;
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const stored = z.object({
  hash: hash.describe('SHA-256 of a salt and the document, in hexadecimal: its name.'),
  mediaType: z.string(),
  size: z.int().describe('Bytes.'),
});

export const documentRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const { documents } = desk;
  // A document is bytes, whatever it says of itself.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: DOCUMENT_LIMIT }, (_request, body, done) =>
    done(null, body),
  );

  app.route({
    method: 'POST',
    url: '/documents',
    bodyLimit: DOCUMENT_LIMIT,
    schema: {
      summary: 'Store a document, to attach it to an item',
      description:
        'The body is the document, at most 10 MB, and Content-Type is its media type. Nobody sees it until an item names it. A seat may store 100 MB in a consultation, and no more than its part of 1 GB that all seats share equally.',
      tags: ['viewer'],
      consumes: ['*/*'],
      params: viewerParams,
      response: { 200: stored },
    },
    handler: async (request) => {
      const { found, seat } = await actorOf(desk, request, request.params);
      const [named = ''] = (request.headers['content-type'] ?? '').split(';');
      const mediaType = named.trim().toLowerCase();
      if (!MEDIA_TYPE.test(mediaType) || !Buffer.isBuffer(request.body))
        throw problem('media-type', { expected: 'application/pdf, text/plain, …' });
      const kept = await documents.keep(found, seat, mediaType, request.body);
      if (kept === 'full') throw problem('documents-full', { limit: roomOf(found) });
      if (kept === 'busy') throw problem('busy', { attempts: ATTEMPTS });
      return kept;
    },
  });

  app.route({
    method: 'GET',
    url: '/documents/:hash',
    schema: {
      summary: 'A document of an item that the viewer sees',
      description:
        'The headers Foedus-Marking, Foedus-Originator and Foedus-Kind say to whom it may be shown, whose it is and whether it belongs to an exercise; Foedus-Recalled, that its originator asked it back.',
      tags: ['viewer'],
      params: viewerParams.extend({ hash }),
      response: {
        200: { description: 'The document', content: { '*/*': { schema: z.string() } } },
      },
    },
    handler: async (request, reply) => {
      const { found, viewer } = await viewerOf(desk, request, request.params);
      const named = request.params.hash;
      const items = seenNow(found, viewer).history.filter(
        ({ command }) => documentOf(command)?.hash === named,
      );
      const document = items.length > 0 ? await documents.get(found.meta.id, named) : undefined;
      if (!document) throw problem('not-found');
      const { markings, originator, command } = items[0]!;
      const title = encodeURIComponent(documentOf(command)!.title);
      return reply
        .type(document.about.mediaType)
        .headers({
          'content-disposition': `attachment; filename*=UTF-8''${title}`,
          'content-security-policy': "sandbox; default-src 'none'",
          'foedus-marking': JSON.stringify(markings),
          'foedus-originator': originator.join(),
          'foedus-kind': found.meta.kind,
          ...(items.every(({ recalled }) => recalled) ? { 'foedus-recalled': 'true' } : {}),
        })
        .send(document.bytes as never);
    },
  });
};
