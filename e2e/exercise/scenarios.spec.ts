/**
 * Each longer scenario from STARTEX to ENDEX: the director has the clock in his browser, every cell and every seat is played by somebody in a
 * browser of his own, and all do what willing players do. Cells have their pages open; seats act in their own sessions.
 */
import { expect, test } from '@playwright/test';
import { nameOf } from '@foedus/kernel';
import type { Lang } from '../pages.ts';
import { items, roomUrl } from '../room/room.ts';
import type { Server } from '../room/server.ts';
import { Cast } from './cast.ts';
import { beginExercise, endExercise, setForward, view, withSecretary, type Person } from './taking-part.ts';
import { courseOf, type Course, type Scene } from './willing.ts';

test.use({ actionTimeout: 20_000 });

const PLAYED = [
  { id: 'time-pressure', lang: 'en', name: 'Dana Director', end: '3:00' },
  { id: 'support', lang: 'ko', name: '김통제', end: '42+0:00' },
  { id: 'change-of-government', lang: 'ja', name: '統裁太郎', end: '70+0:00' },
] as const;

/** For whom injects change the world. */
const WORLD = 'exercise-director';

/** The next inject is called up by the step, as often as it takes: two that fall due together may come in either order. */
async function callUp({ page }: Person, { inject }: Scene): Promise<void> {
  const row = page.locator(`tr[data-inject="${inject}"]`);
  while ((await row.getAttribute('data-state')) !== 'sent') {
    const sent = page.locator('tr[data-state="sent"]');
    const before = await sent.count();
    await page.locator('.clock-controls .button').nth(1).click();
    await expect.poll(() => sent.count()).toBeGreaterThan(before);
  }
}

/** In the rooms, as who convened them see them, stands what was done and what injects changed in the world. */
async function expectRooms(
  cast: Cast,
  { arrangement, record, scenario, scenes }: Course,
  server: Server,
  lang: Lang,
) {
  const deeds = scenes.flatMap((scene) => scene.deeds);
  for (const [name, events] of record.records) {
    const { seat } = scenario.consultations.get(name)!.convener;
    const changes = events.filter(
      (event) => event.type === 'recorded' && event.entry.command.seat === WORLD,
    ).length;
    const acts = deeds.filter(({ consultation }) => consultation === name).length;
    const room = (await cast.seen(seat)).consultations[name]!;
    const page = await cast.contextOf(seat).newPage();
    await page.goto(roomUrl(server.url, lang, room, `seat:${seat}`));
    await expect(items(page)).toHaveCount(1 + changes + acts);
    const world = nameOf(arrangement, WORLD)[lang];
    await expect(items(page).filter({ hasText: world })).toHaveCount(changes);
    await page.close();
  }
}

for (const { end, id, lang, name } of PLAYED) {
  test(`${lang}: ${id} is played to its end`, async ({ browser }) => {
    test.setTimeout(300_000);
    const course = courseOf(id);
    const { record, scenario, scenes } = course;
    const { director, server } = await withSecretary(browser, lang, name);
    const { page } = director;
    await beginExercise(director, server, lang, id);
    const cast = new Cast(`${server.url}/api/v1/exercises/${new URL(page.url()).pathname.split('/')[3]}`);
    try {
      await cast.enter(browser, director, course, server, lang);
      await page.locator('.clock-controls .button-main').click();
      await expect(page.locator('.clock-controls .button')).toHaveCount(4);
      for (const scene of scenes) {
        await callUp(director, scene);
        for (const deed of scene.deeds) await cast.does(deed);
      }
      await expectRooms(cast, course, server, lang);

      // Everybody got what was addressed to him or his cell, and nothing else.
      for (const { id: cell, seats } of scenario.cells.values()) {
        const got = (...as: readonly string[]): readonly string[] =>
          scenes.filter(({ to }) => as.some((each) => to.includes(each))).map(({ inject }) => inject);
        for (const seat of seats) expect(await cast.inboxOf(seat)).toEqual(got(cell, seat).toSorted());
        expect(await cast.inboxOf(cell)).toEqual(got(cell).toSorted());
        await expect(cast.cells.get(cell)!.page.locator('[data-inject]')).toHaveCount(got(cell).length);
      }

      await setForward(director, end);
      await endExercise(director);
      for (const each of cast.cells.values()) await expect(each.page.locator('.room-lost')).toBeVisible();

      // What the program can see to have been expected was done, each of it; so the review says.
      const met = [...record.state.verdicts.values()].filter(({ verdict }) => verdict === 'met').length;
      await view(director, 'review');
      await expect(page.locator('.plot')).toBeVisible();
      const figures = await page.locator('.figures').first().locator('dd').allTextContents();
      const all = record.state.expectations.size;
      expect(
        figures.map((figure) =>
          figure
            .match(/\d+/g)!
            .map(Number)
            .toSorted((a, b) => a - b),
        ),
      ).toEqual([
        [scenes.length, record.state.injects.size],
        [met, all].toSorted((a, b) => a - b),
        [0, all],
        [0],
        [0],
      ]);
    } finally {
      await cast.leave();
      await director.context.close();
      await server.end();
    }
  });
}
