/** Hands a response over to a stream of server-sent events. */
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

/** Sends the head, with what routes and hooks have set. */
export function eventStream(reply: FastifyReply): ServerResponse {
  reply.hijack();
  // Updates frame themselves: without chunks, one update is one write. The response ends with its connection.
  reply.raw.useChunkedEncodingByDefault = false;
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  return reply.raw;
}
