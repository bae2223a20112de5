/** Scenarios from lists of events in files, and lists from scenarios. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { catalogue, describeFault, LANGS, msel, type Day, type Fault } from '@foedus/kernel';
import { importedFrom, importScenario, type ImportFrom } from '../../exercises/imports.ts';
import { exportList } from '../../msel/index.ts';
import { signedIn, type Desk } from '../desk.ts';
import { mayDirect } from '../exercise-desk.ts';
import { languageOf } from '../language.ts';
import { problem, Problem, PROBLEM_MESSAGES } from '../problem.ts';
import { textSchema } from '../schemas.ts';
import { scenarioOf, scenarioParams } from './scenarios.ts';

/** Bytes of a file that is imported. */
const LIMIT = 20_000_000;
const MAPPING_LIMIT = 200_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const say = catalogue(PROBLEM_MESSAGES);
const tags = ['scenarios'];

const importedSchema = z.object({
  scenario: z.string(),
  report: z
    .array(
      z.object({
        sheet: z.string(),
        row: z.int(),
        outcome: z
          .enum(['taken', 'remarked', 'left-out'])
          .describe('As it stood, with something supposed or kept aside, or not at all.'),
        serial: z.string().exactOptional(),
        remarks: z.array(
          z.object({ code: z.string(), cell: z.string().describe('`B7`.'), says: textSchema }),
        ),
      }),
    )
    .describe('What became of each row.'),
  mapping: z
    .string()
    .describe('How it was read, with all that was supposed: to be corrected and sent again.'),
});

function toldReport(report: readonly msel.RowReport[]) {
  return report.map(({ remarks, ...row }) => ({
    ...row,
    remarks: remarks.map((each) => ({ code: each.code, cell: each.cell, says: msel.describeRemark(each) })),
  }));
}

/** The file could not be read as a list at all, or not be written. */
function unread(fault: msel.MselFault): Problem {
  return new Problem({
    status: 422,
    code: fault.code,
    title: msel.describeMselFault(fault),
    expected: say('list.expected'),
    todo: say('list.todo'),
  });
}

/** The rows were read, but what they say together is no scenario. */
function faulty(faults: readonly Fault[], report: readonly msel.RowReport[]): Problem {
  const told = faults.map((fault) => ({ code: fault.code, place: fault.place, says: describeFault(fault) }));
  return problem('scenario-faulty', { count: faults.length }, { faults: told, report: toldReport(report) });
}

async function imported({ cases, store }: Desk, bytes: Uint8Array, from: ImportFrom) {
  const outcome = await importScenario(store, cases.shelf, bytes, from);
  if (!outcome.ok) throw 'fault' in outcome ? unread(outcome.fault) : faulty(outcome.faults, outcome.report);
  const { mapping, report, scenario } = outcome.value;
  return { scenario, report: toldReport(report), mapping };
}

/** Takes bytes, whatever they say of themselves. */
export const scenarioImportRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LIMIT }, (_request, body, done) =>
    done(null, body),
  );
  app.route({
    method: 'POST',
    url: '',
    bodyLimit: LIMIT,
    schema: {
      summary: 'Import a list of events: a workbook, or an export of OpenAEV',
      description:
        'The body is the file, at most 20 MB. The scenario is put on the shelf, in the place of an earlier one of the same id.',
      tags,
      consumes: ['*/*'],
      querystring: z.object({
        arrangement: z.string().max(200),
        at: z.iso.date().describe('The day on which the arrangement is taken.'),
        name: z.string().max(300).default('list.xlsx').describe('Of the file.'),
      }),
      response: { 200: importedSchema },
    },
    handler: async (request) => {
      const { arrangement, at, name } = request.query;
      if (!mayDirect(signedIn(request), arrangement) || !desk.cases.shelf.arrangements.has(arrangement))
        throw problem('not-found');
      if (!Buffer.isBuffer(request.body)) throw problem('media-type', { expected: XLSX });
      const from = { file: name, arrangement, at: at as Day, mapping: '' };
      return imported(desk, new Uint8Array(request.body), from);
    },
  });
};

export const scenarioListRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  app.route({
    method: 'PUT',
    url: '/:scenario/mapping',
    schema: {
      summary: 'Read an imported list again, as the mapping says now',
      tags,
      params: scenarioParams,
      body: z.strictObject({ mapping: z.string().max(MAPPING_LIMIT).describe('As `mapping.yaml` has it.') }),
      response: { 200: importedSchema },
    },
    handler: async (request) => {
      const { scenario } = await scenarioOf(desk, request, request.params.scenario);
      const kept = await importedFrom(desk.store, scenario.id);
      if (!kept) throw problem('not-found');
      return imported(desk, kept.bytes, { ...kept.from, mapping: request.body.mapping });
    },
  });

  app.route({
    method: 'GET',
    url: '/:scenario/msel.xlsx',
    schema: {
      summary: 'The list of events as a workbook',
      tags,
      params: scenarioParams,
      querystring: z.object({ lang: z.enum(LANGS).exactOptional() }),
      response: { 200: { description: 'The workbook', content: { [XLSX]: { schema: z.string() } } } },
    },
    handler: async (request, reply) => {
      const { attachments, scenario } = await scenarioOf(desk, request, request.params.scenario);
      const lang = request.query.lang ?? languageOf(request.headers['accept-language']);
      const written = exportList(scenario, attachments, lang);
      if (!written.ok) throw unread(written.fault);
      return reply
        .type(XLSX)
        .headers({
          'content-disposition': `attachment; filename="EXERCISE-${scenario.id}.xlsx"`,
          'foedus-kind': 'exercise',
        })
        .send(Buffer.from(written.value) as never);
    },
  });
};
