/** Headers that tell a browser what the pages may do: load from here, and nothing else. */
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

export interface Secured {
  readonly origin: string;
  readonly demo: boolean;
}

/** On every response of a demonstration. */
export const DEMO_HEADER = 'foedus-demo';

export async function secure(app: FastifyInstance, { demo, origin }: Secured): Promise<void> {
  const https = origin.startsWith('https:');
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginEmbedderPolicy: true,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  app.addHook('onRequest', async (request, reply) => {
    if (demo) reply.header(DEMO_HEADER, 'true');
    // What one person was shown is not for the next one at the same machine.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}
