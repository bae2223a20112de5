/** What an exercise is after its process is gone, and with several processes on one store. */
import { expect, test, vi } from 'vitest';
import { decode } from '../cases/bytes.ts';
import { StillWorld } from '../cases/testing/world.ts';
import { MemoryStore } from '../store/testing/memory.ts';
import { copied } from '../http/testing/served.ts';
import { nameOfOrders, nameOfPulse, type ExerciseId } from './meta.ts';
import { exercising, Played } from './testing/exercising.ts';

const MINUTE = 60_000;

test('a process that went away leaves it paused as of its last beat, and nothing is lost, doubled or sent in a burst', async () => {
  const [store, world] = [new MemoryStore(), new StillWorld()];
  const first = await exercising({ store, world });
  const played = await Played.make(first);
  await played.does('director', { type: 'startex' });
  world.pass(2500);
  await vi.waitFor(async () => expect(await played.inbox('seat-arden-president')).toEqual(['1']));
  const beat = world.now() - 500;
  await vi.waitFor(async () =>
    expect(decode((await store.get(nameOfPulse(played.id as ExerciseId)))!.value)).toBe(beat),
  );
  const after = new StillWorld(world.now() + 60 * MINUTE);
  const second = await exercising({ store: await copied(store), world: after });
  const again = new Played(second, played.id);
  const { clock, inbox, phase } = await again.seen('seat-arden-president');
  expect([phase, clock.elapsed, inbox.map(({ inject }) => inject)]).toEqual(['paused', 2000, ['1']]);
  await again.does('director', { type: 'resume' });
  after.pass(MINUTE - 2001);
  expect(await again.inbox('seat-borea-president')).toEqual([]);
  after.pass(1);
  await vi.waitFor(async () => expect(await again.inbox('seat-borea-president')).toEqual(['2']));
  await second.close();
  await first.close();
});

test('what an event entails for the consultations is done by the next process, and again where that is not known, without doubling anything', async () => {
  const [store, world] = [new MemoryStore(), new StillWorld()];
  const first = await exercising({ store, world });
  const played = await Played.make(first);
  await played.does('director', { type: 'startex' });
  await played.does('director', { type: 'send', inject: '5' });
  const before = await copied(store);
  // As if it had not been noted that all was done: it is done again.
  const cell = nameOfOrders(played.id as ExerciseId);
  const noted = (await before.get(cell))!;
  await before.commit({ puts: [{ cell, over: noted.version, value: null }] });
  const second = await exercising({ store: before, world: new StillWorld(world.now()) });
  const again = new Played(second, played.id);
  const { conditions, entries } = (await again.run()).stage.cases.get('border')!;
  expect(conditions).toEqual({ emergency: true });
  expect(entries.map(({ id }) => id)).toEqual([
    'arden-president/exercise',
    expect.stringMatching(/^exercise-director\/inject-[0-9a-f]{12}-1$/),
  ]);
  await second.close();
  await first.close();
});

test('a process that slept while another was there for the exercise leaves its clock as it is', async () => {
  const [store, asleep, awake] = [new MemoryStore(), new StillWorld(), new StillWorld()];
  const one = await exercising({ store, world: asleep, alone: false });
  const other = await exercising({ store, world: awake, alone: false });
  const there = await Played.make(other);
  await there.does('director', { type: 'startex' });
  const here = new Played(one, there.id);
  expect((await here.seen('director')).phase).toBe('running');
  awake.pass(30_000);
  const pulse = nameOfPulse(there.id as ExerciseId);
  await vi.waitFor(async () => expect(decode((await store.get(pulse))!.value)).toBe(awake.now()));
  asleep.sleep(30_000);
  await here.does('director', { type: 'write', to: ['arden'], text: 'Awake again.' });
  const { clock, phase } = await here.seen('director');
  expect([phase, clock.elapsed]).toEqual(['running', 0]);
  await other.close();
  await one.close();
});

test('two processes on one store serve one exercise', async () => {
  const [store, world] = [new MemoryStore(), new StillWorld()];
  const [one, other] = [
    await exercising({ store, world, alone: false }),
    await exercising({ store, world, alone: false }),
  ];
  const here = await Played.make(one);
  const there = new Played(other, here.id);
  await there.does('director', { type: 'startex' });
  await Promise.all([
    here.does('seat-arden-president', { type: 'write', to: ['borea'], text: 'From here.' }),
    there.does('seat-borea-president', { type: 'write', to: ['arden'], text: 'From there.' }),
  ]);
  world.pass(MINUTE);
  for (const each of [here, there])
    await vi.waitFor(async () => {
      const { inbox, messages, phase } = await each.seen('seat-borea-president');
      expect(phase).toBe('running');
      expect(inbox.map(({ inject }) => inject)).toEqual(['2']);
      expect(messages.map(({ text }) => text).toSorted()).toEqual(['From here.', 'From there.']);
    });
  const { events } = await here.run();
  expect(events.filter(({ type }) => type === 'sent')).toHaveLength(2);
  await other.close();
  await one.close();
});
