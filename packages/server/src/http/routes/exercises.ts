/** Exercises: those that one takes part in, making one, and its join codes. */
import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { exercise, nameOf, type Lang } from '@foedus/kernel';
import { sealKey } from '../../accounts/keep/key.ts';
import { codeOf, codesOf, endCode, joinLink, makeCode, type Code } from '../../exercises/codes.ts';
import type { RunExercise } from '../../exercises/exercise.ts';
import type { ShelvedScenario } from '../../exercises/shelf.ts';
import { signedIn, type Desk } from '../desk.ts';
import { participantSchema, wordingSchema } from '../exercise-commands.ts';
import { exerciseFor, exerciseOf, mayDirect, partsOf } from '../exercise-desk.ts';
import { exerciseRefusal } from '../exercise-refusal.ts';
import { languageOf } from '../language.ts';
import { problem } from '../problem.ts';
import { cellSchema } from './scenarios.ts';
import { roleOf } from './join.ts';

const tags = ['exercises'];
export const exerciseParams = z.object({ exercise: z.string().max(64) });

const partSchema = participantSchema.omit({ id: true, name: true, dismissed: true });
const codeSchema = z.object({
  id: z.string(),
  ...partSchema.shape,
  code: z.string().describe('To be told to those who join: `K7QM-2XNP-9RTD`.'),
  link: z.string().describe('Where the pages take it.'),
  uses: z.int().exactOptional().describe('How many may still join with it; absent: any number.'),
  used: z.int().describe('How many have.'),
});

const listed = z.object({
  id: z.string(),
  kind: z.literal('exercise').describe('Not live: marked so everywhere.'),
  scenario: z.string(),
  name: wordingSchema,
  arrangement: z.string(),
  createdAt: z.int().describe('Milliseconds since 1970.'),
  phase: z.enum(['planned', 'running', 'paused', 'ended']),
  me: z.array(participantSchema).describe('As whom you take part.'),
});

const one = listed.extend({
  situation: wordingSchema,
  at: z.string().describe('The day on which the arrangement is taken.'),
  startex: z.int().describe('The moment in the scenario at which it starts; milliseconds since 1970.'),
  capitals: z.record(z.string(), z.string()),
  cells: z.array(cellSchema),
  cases: z
    .record(z.string(), z.string())
    .describe('The consultations that you may look at, by their names in the scenario.'),
});

const withSituation = ({ scenario: { at, capitals, cells, situation, startex } }: RunExercise) => ({
  situation,
  at: String(at),
  startex,
  capitals,
  cells: [...cells.values()].map(({ id, kind, name, seats }) => ({ id, name, kind, seats: [...seats] })),
});

export const exerciseRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const { accounts, exercises, origin, store } = desk;

  const told = ({ meta, state }: RunExercise, me: readonly exercise.Participant[]) => ({
    id: meta.id,
    kind: 'exercise' as const,
    scenario: meta.scenario,
    name: meta.name,
    arrangement: meta.arrangement,
    createdAt: meta.createdAt,
    phase: state.phase,
    me: [...me],
  });
  const toldWhole = (run: RunExercise, me: readonly exercise.Participant[]) => {
    const { stage, state } = run;
    const cases = me.map((each) => exercise.seen(stage, state, exercise.viewerOf(each)).consultations);
    return {
      ...told(run, me),
      ...withSituation(run),
      cases: Object.assign({}, ...cases) as Record<string, string>,
    };
  };
  const toldCode = (key: Uint8Array, { meta }: RunExercise, code: Code) => {
    const text = codeOf(key, meta.id, code.id);
    return { ...code, code: text, link: joinLink(origin, text) };
  };

  app.route({
    method: 'GET',
    url: '',
    schema: {
      summary: 'The exercises that you take part in, newest first',
      tags,
      response: { 200: z.object({ exercises: z.array(listed) }) },
    },
    handler: async (request) => {
      const principal = signedIn(request);
      const own = new Set(
        principal.roles.flatMap((role) => (role.role === 'participant' ? [role.exercise] : [])),
      );
      const seen: ReturnType<typeof told>[] = [];
      for await (const { id } of exercises.list()) {
        if (!principal.demo && !own.has(id)) continue;
        const run = await exercises.find(id);
        const me = run ? partsOf(principal, run) : [];
        if (run && me.length > 0) seen.push(told(run, me));
      }
      return { exercises: seen.toSorted((a, b) => b.createdAt - a.createdAt) };
    },
  });

  app.route({
    method: 'POST',
    url: '',
    schema: {
      summary: 'Make an exercise of a scenario, and direct it',
      description:
        'Sent again under the same key, it answers with the exercise that was made then. In a demonstration every seat has a player already, and the one person may be any of them.',
      tags,
      body: z.strictObject({
        key: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
        scenario: z.string().max(200),
      }),
      response: { 200: one },
    },
    handler: async (request, reply) => {
      const principal = signedIn(request);
      const { key, scenario: id } = request.body;
      const shelved = (await exercises.scenarios()).get(id);
      if (!shelved || !mayDirect(principal, shelved.arrangement.arrangement.id)) throw problem('not-found');
      const director = { id: 'director', name: principal.name, role: 'director' } as const;
      const lang = languageOf(request.headers['accept-language']);
      const cast = desk.demo ? [director, ...castOf(shelved, principal.name, lang)] : [director];
      const made = await exercises.make(principal.id, key, id, cast);
      if (!made.ok) throw made.why === 'key-reused' ? problem('key-reused', { key }) : problem('not-found');
      const run = made.exercise;
      const role = roleOf(run, director.id, director);
      if (!desk.demo && !partsOf(principal, run).some(({ id: mine }) => mine === director.id))
        await accounts.join(request, reply, async () => ({ name: principal.name, puts: [], role }));
      return toldWhole(run, desk.demo ? partsOf(principal, run) : [director]);
    },
  });

  app.route({
    method: 'GET',
    url: '/:exercise',
    schema: { summary: 'One exercise', tags, params: exerciseParams, response: { 200: one } },
    handler: async (request) => {
      const { me, run } = await exerciseOf(desk, request, request.params);
      return toldWhole(run, me);
    },
  });

  app.route({
    method: 'GET',
    url: '/:exercise/codes',
    schema: {
      summary: 'The join codes of an exercise, for who directs it',
      tags,
      params: exerciseParams,
      response: { 200: z.object({ codes: z.array(codeSchema) }) },
    },
    handler: async (request) => {
      const { run } = await exerciseFor(desk, request, request.params, ['director']);
      const key = await sealKey(store);
      const codes = await codesOf(store, run.meta.id);
      return { codes: codes.map((code) => toldCode(key, run, code)) };
    },
  });

  app.route({
    method: 'POST',
    url: '/:exercise/codes',
    schema: {
      summary: 'Make a join code, for a role and perhaps a seat',
      tags,
      params: exerciseParams,
      body: partSchema.extend({
        uses: z
          .int()
          .min(1)
          .max(1000)
          .exactOptional()
          .describe('How many may join with it; absent: any number.'),
      }),
      response: { 200: codeSchema },
    },
    handler: async (request) => {
      const { me, run } = await exerciseFor(desk, request, request.params, ['director']);
      const { uses: _, ...part } = request.body;
      const probe = { id: `probe-${randomBytes(8).toString('hex')}`, name: '?', ...part };
      const refused = run.refusalOf({ type: 'admit', key: probe.id, by: me.id, participant: probe });
      if (refused) throw exerciseRefusal(refused);
      const key = await sealKey(store);
      return toldCode(key, run, await makeCode(store, key, run.meta.id, request.body));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/:exercise/codes/:code',
    schema: {
      summary: 'End a join code; who has joined with it stays',
      tags,
      params: exerciseParams.extend({ code: z.string().max(64) }),
      response: { 204: z.null().describe('Done.') },
    },
    handler: async (request, reply) => {
      const { run } = await exerciseFor(desk, request, request.params, ['director']);
      if (!(await endCode(store, run.meta.id, request.params.code))) throw problem('not-found');
      return reply.code(204).send(null);
    },
  });
};

/** One of everybody, so that the one person of a demonstration can be any of them: each known by where he sits. */
function castOf(
  { arrangement: { arrangement }, scenario }: ShelvedScenario,
  person: string,
  lang: Lang,
): readonly exercise.Participant[] {
  const players = [...scenario.cells.values()].flatMap((cell): readonly exercise.Participant[] => {
    const { id, kind, name, seats } = cell;
    const role = kind === 'players' ? 'player' : 'role-player';
    const called = name[lang] ?? name.en ?? name.ko ?? name.ja ?? id;
    if (seats.length === 0) return [{ id: `cell-${id}`, name: called, role, cell: id }];
    return seats.map((seat) => ({
      id: `seat-${seat}`,
      name: nameOf(arrangement, seat)[lang],
      role,
      cell: id,
      seat,
    }));
  });
  return [...(['evaluator', 'observer'] as const).map((role) => ({ id: role, name: person, role })), ...players];
}
