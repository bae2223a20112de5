/** Whatever goes wrong is told in the one shape, and nothing of it but what the catalogue says. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { RecordError } from '../record/fault.ts';
import { StoreError } from '../store/fault.ts';
import { issueOf, unreadable } from './issue.ts';
import { languageOf } from './language.ts';
import { bodyOf, problem, Problem, type ProblemCode } from './problem.ts';

export function tellErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const told = problemOf(error, request);
    if (told.told.status >= 500) request.log.error({ error: shapeOf(error) }, told.told.code);
    return tell(reply, request, told);
  });
}

/** The same of an address that is none, for which no route and so no handler of errors is found. */
export function tellAddress(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void tell(reply, request, problemOf(error, request));
}

/** Answers with a problem. */
export function tell(reply: FastifyReply, request: FastifyRequest, { told }: Problem): FastifyReply {
  const lang = languageOf(request.headers['accept-language']);
  return reply
    .code(told.status)
    .header('content-language', lang)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(bodyOf(told, lang)));
}

/** Answers what is no request of HTTP, or none that ever became whole, and cuts the connection. Nobody knows its language. */
export function tellBroken({ code }: Error & { readonly code?: string }, socket: Socket): void {
  if (socket.destroyed || code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { told } = problem(BROKEN[code ?? ''] ?? 'bad-request');
  const body = JSON.stringify(bodyOf(told, 'en'));
  const head = [
    `HTTP/1.1 ${told.status} ${STATUS_CODES[told.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Content-Language: en',
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const BROKEN: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
};

function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreError) return problem('store-unavailable');
  if (error instanceof RecordError) return problem('record-blocked');
  const lang = languageOf(request.headers['accept-language']);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map((each) => issueOf(error.validationContext ?? 'body', each, lang));
    return problem('bad-request', {}, { issues });
  }
  switch (codeOf(error)) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem('too-large', { limit: request.routeOptions.bodyLimit });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem('media-type', { expected: 'application/json' });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return problem('bad-request', {}, { issues: [unreadable('no-body', lang)] });
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return problem('bad-request', {}, { issues: [unreadable('not-json', lang)] });
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_BAD_URL':
      return problem('bad-request', {}, { issues: [] });
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return problem('not-found');
    default:
      return problem('defect', {}, { request: request.id });
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** What may stand in a log of an error: its kind and where, not its message, which may quote what somebody wrote. */
function shapeOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, code: codeOf(error), frames };
}
