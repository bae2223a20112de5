/** What comes of exercises: measures, documents, runs side by side, and what has been rehearsed. For who directed, controlled or judged them. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { exercise, LANGS, type Lang } from '@foedus/kernel';
import {
  afterAction,
  findChromium,
  measureTables,
  toDocx,
  toLines,
  toPdf,
  toSheets,
} from '../../documents/index.ts';
import type { RunExercise } from '../../exercises/exercise.ts';
import { plain } from '../../exercises/plain.ts';
import { recordOf } from '../../exercises/record.ts';
import { signedIn, type Desk } from '../desk.ts';
import { exerciseFor, JUDGING, partsOf } from '../exercise-desk.ts';
import { languageOf } from '../language.ts';
import { problem } from '../problem.ts';
import { json } from '../schemas.ts';
import { exerciseParams } from './exercises.ts';

const tags = ['review'];
/** How many exercises are set side by side. */
const MOST = 50;

const FORMS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl',
} as const;
type Form = keyof typeof FORMS;

async function written(run: RunExercise, form: Form, lang: Lang): Promise<Uint8Array | string> {
  const record = recordOf(run);
  const { stage, state } = record;
  const data = { stage, state, measures: measureTables(stage, exercise.measures(record)) };
  switch (form) {
    case 'jsonl':
      // What it came to, and then all that happened, in the order of scenario time; the head of the latter says nothing new.
      return [
        toLines(data),
        ...exercise
          .jsonLines(record)
          .slice(1)
          .map((line) => `${line}\n`),
      ].join('');
    case 'docx':
      return toDocx(afterAction(data, lang));
    case 'xlsx':
      return toSheets(afterAction(data, lang));
    case 'pdf': {
      const pdf = await toPdf(afterAction(data, lang), findChromium());
      if (!pdf.ok) throw problem('no-pdf', {}, { cause: pdf.code, says: pdf.says });
      return pdf.value;
    }
  }
}

function tell(reply: FastifyReply, value: unknown): FastifyReply {
  return reply.type('application/json').send(JSON.stringify(plain(value)));
}

export const exerciseReportRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const { exercises } = desk;

  /** Those of all exercises that the request may look back on. */
  async function judgedBy(request: FastifyRequest): Promise<readonly RunExercise[]> {
    const principal = signedIn(request);
    const own = new Set(
      principal.roles.flatMap((role) => (role.role === 'participant' ? [role.exercise] : [])),
    );
    const found: RunExercise[] = [];
    for await (const { id } of exercises.list()) {
      if (!principal.demo && !own.has(id)) continue;
      const run = await exercises.find(id);
      await run?.ready();
      if (run && partsOf(principal, run).some(({ role }) => JUDGING.includes(role))) found.push(run);
    }
    return found;
  }
  const named = (run: RunExercise) => ({ id: run.meta.id as string, record: recordOf(run) });

  app.route({
    method: 'GET',
    url: '/:exercise/review',
    schema: {
      summary: 'What an exercise came to: measures from its record, its course, and who awaited whom',
      tags,
      params: exerciseParams,
      response: {
        200: json(
          'The review',
          z.object({
            measures: z.looseObject({}),
            timeline: z.array(z.looseObject({})),
            waits: z.array(z.looseObject({})),
            rehearsed: z.looseObject({}),
          }),
        ),
      },
    },
    handler: async (request, reply) => {
      const { run } = await exerciseFor(desk, request, request.params, JUDGING);
      const record = recordOf(run);
      const { measures, rehearsals, timeline, waits } = exercise;
      return tell(reply, {
        measures: measures(record),
        timeline: timeline(record),
        waits: waits(record),
        rehearsed: rehearsals(run.arrangement, [named(run)]),
      }) as never;
    },
  });

  app.route({
    method: 'GET',
    url: '/:exercise/earlier-actions',
    schema: {
      summary: 'Corrective actions of earlier exercises under the same arrangement that are not done yet',
      description:
        'Of those that you directed, controlled or judged. How far one has come is said where it was assigned.',
      tags,
      params: exerciseParams,
      response: {
        200: json(
          'The actions',
          z.object({
            actions: z.array(
              z.object({
                exercise: z.string(),
                name: z.looseObject({}).describe('Of the scenario.'),
                as: z.string().describe('The participant as whom you can look there.'),
                finding: z.string().describe('What was found.'),
                rules: z.array(z.string()),
                action: z.looseObject({}),
              }),
            ),
          }),
        ),
      },
    },
    handler: async (request, reply) => {
      const { run } = await exerciseFor(desk, request, request.params, JUDGING);
      const principal = signedIn(request);
      const earlier = (await judgedBy(request))
        .filter(
          ({ meta, state }) =>
            state.phase === 'ended' &&
            meta.arrangement === run.meta.arrangement &&
            meta.id !== run.meta.id &&
            meta.createdAt <= run.meta.createdAt,
        )
        .toSorted((a, b) => b.meta.createdAt - a.meta.createdAt);
      const actions = earlier.flatMap((each) => {
        const as = partsOf(principal, each).find(({ role }) => JUDGING.includes(role))!.id;
        return [...each.state.actions.values()]
          .filter(({ status }) => status !== 'done')
          .map((action) => {
            const finding = each.state.findings.get(action.finding)!;
            const { id: exerciseId, name } = each.meta;
            return { exercise: exerciseId, name, as, finding: finding.text, rules: finding.rules, action };
          });
      });
      return tell(reply, { actions }) as never;
    },
  });

  for (const form of Object.keys(FORMS) as Form[])
    app.route({
      method: 'GET',
      url: `/:exercise/report.${form}`,
      schema: {
        summary: `The after-action report and improvement plan, as ${form.toUpperCase()}`,
        tags,
        params: exerciseParams,
        querystring: z.object({ lang: z.enum(LANGS).exactOptional() }),
        response: { 200: { description: 'The report', content: { [FORMS[form]]: { schema: z.string() } } } },
      },
      handler: async (request, reply) => {
        const { run } = await exerciseFor(desk, request, request.params, JUDGING);
        const lang = request.query.lang ?? languageOf(request.headers['accept-language']);
        const bytes = await written(run, form, lang);
        return reply
          .type(FORMS[form])
          .headers({
            'content-disposition': `attachment; filename="EXERCISE-${run.meta.scenario}-${run.meta.id}.${form}"`,
            'foedus-kind': 'exercise',
          })
          .send((typeof bytes === 'string' ? bytes : Buffer.from(bytes)) as never);
      },
    });

  app.route({
    method: 'GET',
    url: '/compare',
    schema: {
      summary: 'Runs of one scenario side by side',
      tags,
      querystring: z.object({
        ids: z
          .string()
          .max(MOST * 17)
          .describe('Of exercises, joined by commas, in the order in which they are shown.'),
      }),
      response: { 200: json('The comparison', z.looseObject({ runs: z.array(z.string()) })) },
    },
    handler: async (request, reply) => {
      const all = await judgedBy(request);
      const runs = request.query.ids.split(',').map((id) => all.find(({ meta }) => meta.id === id));
      const found = runs.filter((run) => run !== undefined);
      const isOne = new Set(found.map(({ meta }) => meta.scenario)).size === 1;
      if (found.length < runs.length || !isOne) throw problem('not-found');
      return tell(reply, exercise.compare(found.map(named))) as never;
    },
  });

  app.route({
    method: 'GET',
    url: '/coverage',
    schema: {
      summary: 'What the exercises held here have rehearsed, by arrangement',
      description: 'Rules, clauses, pairs of seats and ways of failing. Of exercises that have ended.',
      tags,
      response: {
        200: json(
          'What was rehearsed',
          z.object({
            coverage: z.array(z.looseObject({ arrangement: z.string(), exercises: z.array(z.string()) })),
          }),
        ),
      },
    },
    handler: async (request, reply) => {
      const ended = (await judgedBy(request)).filter(({ state }) => state.phase === 'ended');
      const byArrangement = Map.groupBy(ended, ({ arrangement }) => arrangement.id);
      const coverage = [...byArrangement.values()].map((runs) => ({
        exercises: runs.map(({ meta }) => meta.id),
        ...exercise.rehearsals(runs[0]!.arrangement, runs.map(named)),
      }));
      return tell(reply, { coverage }) as never;
    },
  });
};
