/** The log: structured, one line of JSON each on standard error, without contents. */
import Fastify, { type FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.ts';

/** The logger that Fastify brings along, made before the server that writes to it. */
export function loggerAt(level: Config['log']): FastifyBaseLogger {
  return Fastify({ logger: { level, base: null, stream: process.stderr } }).log;
}
