/** The built pages. Every address that is not the API's is a page, which finds out by itself what to show. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tell } from './errors.ts';
import { problem } from './problem.ts';

/** Stands in the page where the nonce of its styles goes, for what makes style sheets while it runs. */
const NONCE = '{{nonce}}';
/** Files whose names have a hash of their contents. */
const HASHED = '/assets/';

export async function servePages(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const index = folder === undefined ? undefined : join(folder, 'index.html');
  const page = index !== undefined && existsSync(index) ? readFileSync(index, 'utf8') : undefined;
  const send = (reply: FastifyReply): FastifyReply =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send((page ?? '').replaceAll(NONCE, reply.cspNonce.style));
  if (folder !== undefined && page !== undefined) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      // The compressed copies are not addresses of their own: they are sent to whoever understands them.
      globIgnore: ['index.html', '**/*.{br,gz}'],
      preCompressed: true,
      index: false,
      schemaHide: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = path.slice(folder.length).replaceAll('\\', '/').startsWith(HASHED);
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    app.get('/', { schema: { hide: true } }, (_request, reply) => send(reply));
  }
  app.setNotFoundHandler((request, reply) =>
    page !== undefined && isPage(request) ? send(reply) : tell(reply, request, problem('not-found')),
  );
}

function isPage({ method, url }: FastifyRequest): boolean {
  const [path = ''] = url.split('?');
  const outside = path === '/api' || path.startsWith('/api/') || path.startsWith(HASHED);
  return (method === 'GET' || method === 'HEAD') && !outside;
}
