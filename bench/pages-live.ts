/// <reference lib="dom" />
/**
 * From sending an act until it is painted in the room of somebody who watches in a browser, while many others watch too. The server is a process
 * of its own; the others watch from this one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { serve } from '../packages/server/src/testing/process.ts';
import { apart, quantile, type Figure } from './pages-measure.ts';
import { keyOf, watch } from './server-watcher.ts';

export const WATCHERS = 500;
export const WATCHED = 400;
/** Acts in a second. */
export const RATE = 5;
/** Acts that are not measured. */
const WARM = 20;
const GOAL = 250;

const ARRANGEMENTS = join(import.meta.dirname, '../arrangements');
const VIEWER = 'seat:us-presidency';

interface Opened {
  readonly id: string;
  readonly viewers: readonly string[];
}

async function post<T>(url: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

async function opened(server: string): Promise<Opened> {
  const by = { type: 'open', key: 'open', seat: 'rok-presidency', office: 'rok-president' };
  const open = { ...by, arrangement: 'rok-us', frame: { at: '2024-12-01' }, matters: ['nuclear-release'] };
  return post(`${server}/api/v1/cases`, { kind: 'live', open });
}

/** Acts in turn for two seats: an act that the arrangement judges, and a position on the opening. */
async function act(commands: (seat: string) => string, number: number): Promise<void> {
  const said = { key: keyOf(number), marking: { to: 'all' }, text: 'What both of us have said before.' };
  const consult = { office: 'us-president', type: 'consult', on: 'nuclear-release', to: 'rok-president' };
  const position = { office: 'rok-president', type: 'position', about: 'rok-presidency/open' };
  if (number % 2 === 1) await post(commands('us-presidency'), { ...said, ...consult });
  else await post(commands('rok-presidency'), { ...said, ...position });
}

/** Has the page note when each item was painted, by the clock that all processes of the machine share. */
async function noteItems(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { times });
    let next = 2;
    new MutationObserver(() => {
      while (document.querySelector(`#item-${next}`)) {
        const index = next;
        next += 1;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            times[index] = performance.timeOrigin + performance.now();
          });
          port1.start();
          port2.postMessage(undefined);
        });
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
}

async function paintedTimes(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => (globalThis as unknown as { readonly times: readonly number[] }).times);
}

/** Milliseconds from sending each act until it is painted. */
async function measured(page: Page, perform: (number: number) => Promise<void>): Promise<readonly number[]> {
  const sent: number[] = [];
  const all: Promise<void>[] = [];
  const start = performance.now();
  for (let number = 1; number <= WARM + WATCHED; number += 1) {
    // oxlint-disable-next-line no-await-in-loop -- at a steady rate, whether the acts before are answered or not
    await sleep(Math.max(0, start + (number * 1000) / RATE - performance.now()));
    // The opening is the first item.
    sent[number + 1] = performance.timeOrigin + performance.now();
    all.push(perform(number));
  }
  await Promise.all(all);
  await page.locator(`#item-${WARM + WATCHED + 1}`).waitFor();
  await sleep(500);
  const painted = await paintedTimes(page);
  return sent.flatMap((time, index) => (index <= WARM + 1 ? [] : [painted[index]! - time]));
}

export async function onScreen(browser: Browser): Promise<Figure> {
  const data = mkdtempSync(join(tmpdir(), 'foedus-live-'));
  const server = await serve({ data, arrangements: ARRANGEMENTS });
  const { id, viewers } = await opened(server.url);
  const path = `/api/v1/cases/${id}/as`;
  const sockets: Socket[] = [];
  for (let index = 0; index < WATCHERS; index += 1) {
    const updates = `${path}/${viewers[index % viewers.length]!}/updates`;
    // oxlint-disable-next-line no-await-in-loop -- a few hundred at once would be refused
    sockets.push(await watch(server.url, updates, () => undefined));
  }
  const times = await apart(browser, async (page) => {
    await page.goto(`${server.url}/en/consultations/${id}/${encodeURIComponent(VIEWER)}`);
    await page.locator('#item-1').waitFor();
    await noteItems(page);
    return measured(page, (number) => act((seat) => `${server.url}${path}/seat:${seat}/commands`, number));
  });
  for (const socket of sockets) socket.destroy();
  await server.stop();
  rmSync(data, { recursive: true });
  const told = (share: number): string => `${quantile(times, share).toFixed(0)} ms`;
  return {
    what: `an act on the screen of one who watches, with ${WATCHERS} watchers`,
    is: `${told(0.5)}, p99 ${told(0.99)}`,
    goal: `p99 < ${GOAL} ms`,
  };
}
