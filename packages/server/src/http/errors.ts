/** Whatever goes wrong is told in the one shape, and nothing of it but what the catalogue says. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Lang } from '@foedus/kernel';
import { RecordError } from '../record/fault.ts';
import { StoreError } from '../store/fault.ts';
import { languageOf } from './language.ts';
import { bodyOf, problem, Problem } from './problem.ts';

const LOCALES: Readonly<Record<Lang, ReturnType<typeof z.locales.en>>> = {
  en: z.locales.en(),
  ko: z.locales.ko(),
  ja: z.locales.ja(),
};

export function tellErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const told = problemOf(error, request);
    if (told.told.status >= 500) request.log.error({ error: shapeOf(error) }, told.told.code);
    return tell(reply, request, told);
  });
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

function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreError) return problem('store-unavailable');
  if (error instanceof RecordError) return problem('record-blocked');
  if (hasZodFastifySchemaValidationErrors(error)) {
    const { localeError } = LOCALES[languageOf(request.headers['accept-language'])];
    const issues = error.validation.map(({ instancePath, keyword, message, params }) => {
      const issue = { ...(params['issue'] as object), input: undefined };
      const said = localeError(issue as Parameters<typeof localeError>[0]);
      return {
        at: `${error.validationContext}${instancePath}`,
        code: keyword,
        message: (typeof said === 'string' ? said : said?.message) ?? message,
      };
    });
    return problem('bad-request', {}, { issues });
  }
  switch (codeOf(error)) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem('too-large', { limit: request.routeOptions.bodyLimit });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem('media-type', { expected: 'application/json' });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_BAD_URL':
      return problem('bad-request', {}, { issues: [] });
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
