import { describe, expect, test } from 'vitest';
import { evolve } from './evolve.ts';
import { applyUpdate, feed, NOTHING_SEEN, updates, type Update } from './feed.ts';
import type { Consultation, State } from './state.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { EVERYBODY, opened, type Run } from './testing/run.ts';
import { told, VIEWERS } from './testing/told.ts';
import { seenBy, view, type Seen } from './view.ts';
import { seatViewer, type Viewer } from './viewer.ts';

const ARDEN = { to: 'party', party: 'arden' } as const;

describe('live updates', () => {
  const general = seatViewer('general');
  const last = (run: Run, viewer: Viewer): Update | undefined => feed(ALLIANCE, run.events, viewer).at(-1);
  const count = (run: Run, viewer: Viewer): number => feed(ALLIANCE, run.events, viewer).length;

  test('an item that is released later comes at the end of the feed, with its earlier place in the history', () => {
    const run = opened(ALLIANCE);
    run.does('advise by a-minister on strike', { marking: ARDEN, text: 'ours' });
    const about = run.last;
    run.does('advise by b-minister on strike', { text: 'everybody' });
    run.by('a-minister', { type: 'release', about, marking: EVERYBODY });
    expect(last(run, general)).toMatchObject({ type: 'item', number: 2, item: { id: about } });
    expect(last(run, seatViewer('a-chief'))).toMatchObject({ type: 'changed', item: { id: about } });
  });

  test('a marking that is widened to others is told to nobody else', () => {
    const run = opened(ALLIANCE);
    run.does('advise by a-minister on strike', { marking: ARDEN });
    const about = run.last;
    const before = count(run, seatViewer('a-deputy'));
    const marking = { to: 'seats', seats: ['a-minister', 'general'] } as const;
    run.by('a-minister', { type: 'release', about, marking });
    expect(count(run, seatViewer('a-deputy'))).toBe(before);
    expect(JSON.stringify(seenBy(ALLIANCE, run.open, seatViewer('a-deputy')))).not.toContain('general');
  });

  test('silence that ends or is broken changes the proposal, for those who see it', () => {
    const run = opened(ALLIANCE);
    run.does('plan by a-minister on aid', { underSilence: true });
    const proposal = run.last;
    run.by('b-minister', { type: 'break-silence', about: proposal });
    expect(last(run, general)).toMatchObject({
      type: 'changed',
      item: { id: proposal, silences: [{ state: 'running' }, { state: 'broken' }] },
    });
    run.tick(9000);
    expect(feed(ALLIANCE, run.events, general)).toContainEqual(
      expect.objectContaining({
        type: 'changed',
        item: expect.objectContaining({
          silences: [
            expect.objectContaining({ state: 'given' }),
            expect.objectContaining({ state: 'broken' }),
          ],
        }),
      }),
    );
  });

  test('who is no seat and no party is told nothing and shown nothing', () => {
    const run = opened(ALLIANCE);
    for (const viewer of [seatViewer('arden'), { as: 'party', party: 'a-chief' }] as const) {
      expect(feed(ALLIANCE, run.events, viewer)).toEqual([]);
      expect(view(ALLIANCE, run.open, viewer, run.now)).toBeUndefined();
    }
  });

  test('put together, they are what the viewer sees, at every event and for everybody', () => {
    let released = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const { run } = told(seed);
      for (const [id, viewer] of Object.entries(VIEWERS)) {
        let [before, seen]: [State, Seen] = [null, NOTHING_SEEN];
        for (const event of run.events) {
          const after = evolve(before, event) as Consultation;
          const news = updates(ALLIANCE, before, event, after, viewer);
          seen = news.reduce(applyUpdate, seen);
          expect(seen, `${seed}: ${id}`).toEqual(seenBy(ALLIANCE, after, viewer));
          released += news.filter((each) => each.type === 'item' && each.number < seen.history.length).length;
          before = after;
        }
      }
    }
    expect(released).toBeGreaterThan(10);
  });
});
