import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { consultation } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import { registerAccounts, type AccountsDeps } from './register.ts';
import { bodyOf, Problem } from '../http/problem.ts';
import type { Store } from '../store/store.ts';

async function demo(): Promise<FastifyInstance> {
  const app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const deps: AccountsDeps = {
    store: {} as Store,
    now: () => 0 as consultation.Instant,
    origin: 'http://localhost:4180',
    demo: true,
  };
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof Problem)) throw error;
    return reply.code(error.told.status).send(bodyOf(error.told, 'en'));
  });
  await registerAccounts(app, deps);
  app.route({ method: 'POST', url: '/api/v1/touch', handler: async (request) => request.principal?.id });
  return app;
}

describe('a demonstration', () => {
  const host = 'localhost:4180';
  const get = { method: 'GET', url: '/api/v1/session' } as const;
  const post = { method: 'POST', url: '/api/v1/touch' } as const;
  const code = (answer: { json(): unknown }) => (answer.json() as { code: string }).code;

  test('takes who is at this machine for the one who holds every seat', async () => {
    const app = await demo();
    const answer = await app.inject({ ...get, headers: { host } });
    expect(answer.json()).toEqual({ demo: true, principal: { id: 'demo', name: 'Demo', roles: [] } });
    expect((await app.inject({ ...post, headers: { host } })).body).toBe('demo');
  });

  test('answers nobody beyond this machine', async () => {
    const app = await demo();
    const far = await app.inject({ ...get, headers: { host }, remoteAddress: '192.0.2.7' });
    const rebound = await app.inject({ ...get, headers: { host: 'rebound.example:4180' } });
    const passedOn = await app.inject({ ...get, headers: { host, 'x-forwarded-for': '192.0.2.7' } });
    expect([far, rebound, passedOn].map(code)).toEqual(Array(3).fill('demo-beyond-loopback'));
  });

  test('lets no page of elsewhere change anything', async () => {
    const app = await demo();
    const sent = (headers: Record<string, string>) => app.inject({ ...post, headers: { host, ...headers } });
    expect((await sent({ origin: 'http://localhost:4180' })).statusCode).toBe(200);
    const another = await sent({ origin: 'http://localhost:9999' });
    const foreign = await sent({ 'sec-fetch-site': 'cross-site' });
    expect([another, foreign].map(code)).toEqual(['foreign-origin', 'foreign-origin']);
  });
});
