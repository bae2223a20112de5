/** Every page of consultations, in each state that it can be in and each language: nothing cut, nothing untranslated, nothing for axe. */
import { expect, test, type Page } from '@playwright/test';
import { expectNoBarriers, expectSound } from '../checks.ts';
import { LANGS } from '../pages.ts';
import { furnish } from '../../tools/furnish.ts';
import { Server } from './server.ts';

let server: Server;
let id = '';

test.beforeAll(async () => {
  server = await Server.start();
  id = await furnish(server.url);
});
test.afterAll(() => server.end());
// One server for all of them.
test.describe.configure({ mode: 'default' });
test.use({ actionTimeout: 15_000, viewport: { width: 1280, height: 800 } });

interface PageOfRoom {
  readonly name: string;
  /** After the language. */
  readonly path: () => string;
  /** There only when the page has all it shows. */
  readonly ready: string;
  /** What is clicked, one after the other. */
  readonly clicks?: readonly string[];
}

const at = (viewer: string, view = ''): string => `/consultations/${id}/${viewer}${view}`;
const US = 'seat%3Aus-presidency';

const PAGES: readonly PageOfRoom[] = [
  { name: 'list', path: () => '/consultations', ready: '.case-name' },
  {
    name: 'opening',
    path: () => '/consultations/new?under=rok-us',
    ready: '.choices .switch',
    clicks: ['.framing summary', '.framing >> nth=1 >> summary'],
  },
  { name: 'as whom', path: () => `/consultations/${id}`, ready: '.viewers a >> nth=20' },
  {
    name: 'room',
    path: () => at(US),
    ready: '.course .item >> nth=5',
    clicks: ['.options-proper .option-row button >> nth=1', '.options-refused .option-row button'],
  },
  {
    name: 'acting',
    path: () => at(US),
    ready: '.course .item >> nth=5',
    clicks: ['.options-proper .option-row button', '.marking-field .select-button', '[data-key=seats]'],
  },
  { name: 'room of an onlooker', path: () => at('public'), ready: '.course .item' },
  { name: 'positions', path: () => at(US, '/positions'), ready: '.stance' },
  { name: 'documents', path: () => at(US, '/documents'), ready: '.document-link' },
  { name: 'record', path: () => at(US, '/record'), ready: '.log tbody tr' },
  { name: 'record of an onlooker', path: () => at('public', '/record'), ready: '.condition' },
  { name: 'no positions', path: () => at('public', '/positions'), ready: '.condition' },
  { name: 'replay', path: () => at(US, '/replay'), ready: '.then .item' },
  {
    name: 'what if',
    path: () => at(US, '/replay'),
    ready: '.then .item',
    clicks: ['.replay-tools button', '.supposing > button', '.supposed li'],
  },
  {
    name: 'a consultation that is not there',
    path: () => '/consultations/AAAAAAAAAAAAAAAA',
    ready: '.condition',
  },
  { name: 'a seat that is not there', path: () => at('seat%3Anobody'), ready: '.condition' },
  { name: 'sign in', path: () => '/sign-in', ready: 'h1' },
  { name: 'invitation', path: () => '/enrol', ready: '.condition' },
  { name: 'account', path: () => '/account', ready: 'h1' },
];

async function visit(page: Page, lang: string, { clicks = [], path, ready }: PageOfRoom): Promise<void> {
  await page.goto(`${server.url}/${lang}${path()}`);
  await page.locator(ready).first().waitFor();
  for (const each of clicks) await page.locator(each).first().click();
  await expect(page.locator('.loading')).toHaveCount(0);
}

for (const each of PAGES) {
  for (const lang of LANGS) {
    test(`${each.name}, ${lang}`, async ({ page }) => {
      await visit(page, lang, each);
      if (lang === 'en') await expectNoBarriers(page);
      await expectSound(page, lang);
    });
  }
}
