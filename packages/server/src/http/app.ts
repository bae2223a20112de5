/** The server's routes, put together. Everything it needs comes in; it opens no port. */
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { LogController, type FastifyBaseLogger } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { OidcSettings } from '../accounts/oidc/provider.ts';
import { registerAccounts } from '../accounts/register.ts';
import type { Cases } from '../cases/cases.ts';
import { governing } from '../cases/governing.ts';
import type { World } from '../cases/world.ts';
import type { Exercises } from '../exercises/exercises.ts';
import type { Metrics } from '../operation/metrics.ts';
import type { NodeRecord } from '../record/index.ts';
import type { Store } from '../store/store.ts';
import type { Documents } from '../cases/documents.ts';
import type { Watchers } from '../live/watchers.ts';
import { tellAddress, tellBroken, tellErrors } from './errors.ts';
import { measure } from './measure.ts';
import { problem } from './problem.ts';
import { arrangementRoutes } from './routes/arrangements.ts';
import { caseRoutes } from './routes/cases.ts';
import { commandRoutes } from './routes/commands.ts';
import { documentRoutes } from './routes/documents.ts';
import { exercisePartRoutes } from './routes/exercise-parts.ts';
import { exerciseReportRoutes } from './routes/exercise-reports.ts';
import { exerciseReviewRoutes } from './routes/exercise-review.ts';
import { exerciseRoutes } from './routes/exercises.ts';
import { joinRoutes } from './routes/join.ts';
import { operationRoutes } from './routes/operation.ts';
import { recordRoutes } from './routes/record.ts';
import { replayRoutes } from './routes/replay.ts';
import { scenarioImportRoutes, scenarioListRoutes } from './routes/scenario-lists.ts';
import { scenarioRoutes } from './routes/scenarios.ts';
import { updateRoutes } from './routes/updates.ts';
import { viewRoutes } from './routes/views.ts';
import { PROBLEMS } from './schemas.ts';
import { secure } from './secure.ts';
import { servePages } from './pages.ts';

export interface Parts {
  readonly store: Store;
  readonly world: World;
  readonly cases: Cases;
  readonly exercises: Exercises;
  readonly documents: Documents;
  readonly record: NodeRecord;
  readonly watchers: Watchers;
  readonly metrics: Metrics;
  readonly logger: FastifyBaseLogger;
}

export interface AppOptions {
  /** Where the pages are reached: `https://foedus.example`. */
  readonly origin: string;
  readonly demo: boolean;
  /** Requests in a minute, of a principal or, where nobody is signed in, of an address. */
  readonly rateLimit: number;
  /** Whose X-Forwarded-For is believed: IP addresses and networks, joined by commas; absent: nobody's. */
  readonly proxies?: string;
  /** An identity provider; absent: passkeys alone. */
  readonly oidc?: OidcSettings;
  /** The folder of the built pages; absent: the API alone. */
  readonly pages?: string;
}

export type App = Awaited<ReturnType<typeof buildApp>>;

/** Bytes of a body, but for documents. */
const BODY_LIMIT = 256 * 1024;
/** How long a request may take to arrive, so that who sends nothing holds no connection. Milliseconds. */
const PATIENCE = 120_000;
const API = '/api/v1';

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- Fastify's own type names six parameters that follow from this call.
export async function buildApp(parts: Parts, options: AppOptions) {
  const app = Fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: PATIENCE,
    trustProxy: options.proxies ?? false,
    clientErrorHandler: tellBroken,
    frameworkErrors: tellAddress,
    // What is refused while stopping is told as a problem like every other.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  tellErrors(app);
  measure(app, parts.metrics);
  await secure(app, options);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Foedus',
        version: '1',
        description:
          'Consultation under an arrangement: who may act, what was done, and what one may see of it.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
    },
    transform: (route) =>
      jsonSchemaTransform({
        ...route,
        schema: {
          ...route.schema,
          response: { ...PROBLEMS, ...(route.schema?.response as object | undefined) },
        },
      }),
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(rateLimit, {
    max: options.rateLimit,
    timeWindow: '1 minute',
    keyGenerator: ({ ip, principal }) => (principal && !principal.demo ? `id ${principal.id}` : `ip ${ip}`),
    errorResponseBuilder: (_request, { max, ttl }) =>
      problem('too-many-requests', { max, seconds: Math.ceil(ttl / 1000) }),
  });
  const accounts = await registerAccounts(app, {
    store: parts.store,
    now: parts.world.now,
    origin: options.origin,
    demo: options.demo,
    governing: (held) => governing(parts.store, () => parts.cases.shelf, held),
    ...(options.oidc ? { oidc: options.oidc } : {}),
  });
  const desk = { ...parts, accounts, origin: options.origin, demo: options.demo };
  await app.register(operationRoutes, desk);
  await app.register(arrangementRoutes, { ...desk, prefix: `${API}/arrangements` });
  await app.register(caseRoutes, { ...desk, prefix: `${API}/cases` });
  for (const routes of [viewRoutes, replayRoutes, updateRoutes, commandRoutes, documentRoutes, recordRoutes])
    await app.register(routes, { ...desk, prefix: `${API}/cases/:case/as/:viewer` });
  for (const routes of [scenarioRoutes, scenarioListRoutes])
    await app.register(routes, { ...desk, prefix: `${API}/scenarios` });
  await app.register(scenarioImportRoutes, { ...desk, prefix: `${API}/scenarios/import` });
  for (const routes of [exerciseRoutes, exerciseReviewRoutes, exerciseReportRoutes])
    await app.register(routes, { ...desk, prefix: `${API}/exercises` });
  await app.register(exercisePartRoutes, { ...desk, prefix: `${API}/exercises/:exercise/as/:participant` });
  await app.register(joinRoutes, { ...desk, prefix: `${API}/join` });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  await servePages(app, options.pages);
  return app;
}
