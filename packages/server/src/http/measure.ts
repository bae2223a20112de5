/** Counts and times requests by route, and logs each without its contents: no address, body, query, cookie or key. */
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../operation/metrics.ts';

export function measure(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const { elapsedTime, statusCode } = reply;
    metrics.requests.add({ method: request.method, status: String(statusCode) });
    metrics.requestSeconds.add(elapsedTime / 1000);
    request.log.info(
      { method: request.method, route, status: statusCode, ms: Math.round(elapsedTime) },
      'answered',
    );
    done();
  });
}
