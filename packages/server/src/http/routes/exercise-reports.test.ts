import { afterEach, beforeEach, expect, test } from 'vitest';
import { exercising, Played } from '../../exercises/testing/exercising.ts';
import type { Served } from '../testing/served.ts';

let server: Served;
let played: Played;
beforeEach(async () => {
  server = await exercising();
  played = await held();
});
afterEach(() => server.close());

/** One that has ended, with an act that was refused and one that was recorded. */
async function held(): Promise<Played> {
  const made = await Played.make(server);
  await made.does('director', { type: 'startex' });
  const act = { office: 'arden-president', on: 'border-exercise', marking: { to: 'all' } };
  const room = `${await made.room('arden-president')}/commands`;
  await server.post(room, { ...act, key: 'decide', type: 'decide' });
  server.world.pass(30_000);
  await server.post(room, { ...act, key: 'consult', type: 'consult', to: 'borea-president' });
  server.world.pass(30_000);
  await made.does('director', { type: 'endex' });
  return made;
}

test('the review measures what was done, and says when', async () => {
  const { measures, timeline } = (await server.get(`${played.path}/review`)).json<{
    measures: { lasted: number; refusedFor: object };
    timeline: { elapsed: number; of: string }[];
  }>();
  expect(measures).toMatchObject({ lasted: 60_000, refusedFor: { 'not-proper': 1 } });
  expect(timeline).toEqual(
    expect.arrayContaining([expect.objectContaining({ of: 'consult', elapsed: 30_000 })]),
  );
});

test('any moment can be seen again, with the consultations as they stood then', async () => {
  const entries = async (elapsed: number) =>
    (await server.get(`${played.path}/at/${elapsed}`))
      .json<{ cases: { border: { entries: { id: string }[] } } }>()
      .cases.border.entries.map(({ id }) => id);
  expect(await entries(29_999)).toEqual(['arden-president/exercise']);
  expect(await entries(30_000)).toEqual(['arden-president/exercise', 'arden-president/consult']);
});

test.each([
  ['docx', 'PK'],
  ['xlsx', 'PK'],
  ['jsonl', '{'],
])('the report is given out as %s, named as that of an exercise', async (form, begins) => {
  const answer = await server.get(`${played.path}/report.${form}?lang=ko`);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-disposition']).toContain('EXERCISE-tutorial');
  expect(answer.rawPayload.subarray(0, begins.length).toString()).toBe(begins);
});

test('everything is given out, a line each: what it came to with its measures, and all that happened', async () => {
  const { payload } = await server.get(`${played.path}/report.jsonl`);
  const lines = payload
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type?: string; consultation?: string; exercise?: { type: string } });
  expect(lines[0]).toMatchObject({ type: 'after-action', marking: 'EXERCISE' });
  expect(lines.some(({ type }) => type === 'measure')).toBe(true);
  expect(lines.some((line) => line.exercise?.type === 'sent')).toBe(true);
  expect(
    lines.some((line) => line.consultation === 'border' && JSON.stringify(line).includes('consult')),
  ).toBe(true);
});

test('what is still to be done goes into the next exercise under the arrangement, until it is said to be done', async () => {
  const found = {
    type: 'find',
    finding: 'f1',
    kind: 'area-for-improvement',
    text: 'The duty was not known.',
  };
  await played.does('director', { ...found, rules: ['consultation-beforehand'], evidence: [] });
  const assigned = { type: 'assign', action: 'a1', finding: 'f1', text: 'Teach it.', owner: 'Protocol' };
  await played.does('director', { ...assigned, status: 'under-way' });
  server.world.pass(1000);
  const next = await Played.make(server);
  const earlier = async (of: Played) =>
    (await server.get(`${of.path}/earlier-actions`)).json<{ actions: object[] }>().actions;
  expect(await earlier(next)).toEqual([
    expect.objectContaining({
      exercise: played.id,
      finding: 'The duty was not known.',
      rules: ['consultation-beforehand'],
      action: expect.objectContaining({ text: 'Teach it.', owner: 'Protocol', status: 'under-way' }),
    }),
  ]);
  expect(await earlier(played)).toEqual([]);
  await played.does('director', { ...assigned, status: 'done' });
  expect(await earlier(next)).toEqual([]);
});

test('runs of one scenario are set side by side, and what was rehearsed is told for all', async () => {
  const other = await held();
  const compared = await server.get(`/exercises/compare?ids=${played.id},${other.id}`);
  expect(compared.json()).toMatchObject({ runs: [played.id, other.id] });
  expect((await server.get(`/exercises/compare?ids=${played.id},none`)).statusCode).toBe(404);
  const { coverage } = (await server.get('/exercises/coverage')).json<{
    coverage: { arrangement: string; exercises: string[]; failures: object[] }[];
  }>();
  expect(coverage.map(({ arrangement }) => arrangement)).toEqual(['tutorial-two-party']);
  expect(coverage[0]!.exercises.toSorted()).toEqual([played.id, other.id].toSorted());
});
