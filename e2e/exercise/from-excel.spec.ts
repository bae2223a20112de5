/**
 * From a workbook to the after-action report: a director, an evaluator and four players in three languages, and a server that is killed in
 * the middle.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { act, items } from '../room/room.ts';
import {
  codeFor,
  codesFor,
  endExercise,
  enterRoom,
  join,
  setForward,
  view,
  withSecretary,
  type Person,
} from './taking-part.ts';

const ROOT = path(import.meta.dirname, '../..');
const COMMAND = path(ROOT, 'packages/cli/bin/foedus.js');
const PLAYERS = [
  { seat: 'rok-presidency', lang: 'ko', name: '이대통' },
  { seat: 'us-presidency', lang: 'en', name: 'Pat President' },
  { seat: 'rok-jcs-head', lang: 'ko', name: '박합참' },
  { seat: 'four-star-in-korea', lang: 'ja', name: '星四太郎' },
] as const;
const CONSULT = 'consult by us-president with rok-president on nuclear-release';

let folder = '';

test.use({ actionTimeout: 20_000 });
test.beforeAll(async () => {
  folder = await mkdtemp(path(tmpdir(), 'foedus-e2e-list-'));
  const list = ['msel', 'export', path(ROOT, 'scenarios/time-pressure'), '-o', path(folder, 'list.xlsx')];
  await promisify(execFile)(process.execPath, [COMMAND, ...list, '--lang', 'ko']);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is offered on the page, as a file. */
async function download(page: Page, kind: string): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await page.locator(`a[href*="report.${kind}"]`).click();
  const found = await coming;
  expect(found.suggestedFilename()).toContain('EXERCISE');
  return readFile(await found.path());
}

test('a list in a workbook is played, survives a killed server, and ends in a report', async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const { director, server } = await withSecretary(browser, 'en', 'Dana Director');
  const people: Person[] = [director];
  const { page } = director;
  try {
    // The workbook comes in: each row is accounted for.
    await page.goto(`${server.url}/en/exercises/import`);
    await page.locator('input[type=file]').setInputFiles(path(folder, 'list.xlsx'));
    await page.locator('.form-row .select-button').click();
    await page.locator('[role=option][data-key="rok-us"]').click();
    await page.locator('.day-field input').fill('2026-11-02');
    await page.locator('.day-field input').press('Enter');
    await page.locator('form button[type=submit]').first().click();
    await expect(page.locator('.tag-good')).toContainText('25');
    await expect(page.locator('tr[data-outcome="left-out"]')).toHaveCount(0);
    await page.locator('.panel-head a.button').click();
    await page.locator('main .button-main').click();
    await expect(page.locator('tr[data-inject]')).toHaveCount(25);

    // Four players and an evaluator come in by their links, each in his language.
    const links = await codesFor(
      director,
      PLAYERS.map(({ seat }) => seat),
    );
    const evaluatorLink = await codeFor(director, 'evaluator');
    const players: Person[] = [];
    for (const [index, { lang, name }] of PLAYERS.entries())
      players.push(await join(browser, links[index]!, lang, name));
    const evaluator = await join(browser, evaluatorLink, 'ja', '評価花子');
    people.push(...players, evaluator);
    const [rok, us] = players as [Person, Person];

    // The clock is set forward over the first half hour: all that was due has come, once.
    await view(director, 'board');
    await page.locator('.clock-controls .button-main').click();
    await expect(page.locator('tr[data-state="sent"]').first()).toBeVisible();
    await setForward(director, '0:30:00');
    await expect(us.page.locator('[data-inject]').first()).toBeVisible();
    const sent = await page.locator('tr[data-state="sent"]').count();
    await us.page.locator('[data-inject] .button-main').first().click();
    await expect(us.page.locator('[data-inject] .tag-good')).toHaveCount(1);

    // The server is killed. It comes back on the same data: the clock stands, nothing was lost or came twice.
    await page.locator('.clock-controls .button-main').click();
    await server.kill();
    await expect(us.page.locator('.connection-lost')).toBeVisible();
    await server.come();
    for (const each of people) await expect(each.page.locator('.connection-live')).toBeVisible();
    await expect(page.locator('tr[data-state="sent"]')).toHaveCount(sent);
    await expect(us.page.locator('[data-inject] .tag-good')).toHaveCount(1);
    await page.locator('.clock-controls .button-main').click();

    // The presidents meet in their room; the evaluator rates, citing the record.
    await us.page.locator('.rooms a').last().click();
    await expect(us.page.locator('.room-now')).toBeVisible();
    const said = await items(us.page).count();
    await act(us.page, CONSULT, 'We would decide within the hour. What is your view?');
    await expect(items(us.page)).toHaveCount(said + 1);
    await enterRoom(rok);
    const task = evaluator.page.locator('[data-task]').first();
    await task.locator('.task-head .button').click();
    await task.locator('.segment').nth(2).click();
    await task.locator('textarea').fill('三十分以内に協議に至った。');
    await task.locator('.judging .stack .button').click();
    await evaluator.page.locator('.citable', { hasText: 'What is your view?' }).locator('input').check();
    await evaluator.page.locator('.dialog .button-main').click();
    await task.locator('button[type=submit]').click();
    await expect(task.locator('[data-rating="M"]')).toContainText('What is your view?');

    // ENDEX, and the report in each form.
    await endExercise(director);
    await view(evaluator, 'review');
    await expect(evaluator.page.locator('.plot')).toBeVisible();
    const docx = await download(evaluator.page, 'docx');
    expect(docx.subarray(0, 2).toString()).toBe('PK');
    const xlsx = await download(evaluator.page, 'xlsx');
    expect(xlsx.subarray(0, 2).toString()).toBe('PK');
    const lines = (await download(evaluator.page, 'jsonl')).toString().trim().split('\n');
    expect(JSON.parse(lines[0]!)).toMatchObject({ marking: 'EXERCISE' });
    expect(lines.join('\n')).toContain('三十分以内に協議に至った。');
    const pdf = await download(evaluator.page, 'pdf');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    // What was rehearsed stands on the map of all exercises.
    await page.goto(`${server.url}/en/exercises/coverage`);
    await expect(page.locator('[data-rehearsed="1"]').first()).toBeVisible();
  } finally {
    for (const { context } of people) await context.close();
    await server.end();
  }
});
