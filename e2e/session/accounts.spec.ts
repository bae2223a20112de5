/** A person of a server with accounts: invited, enrolled with a passkey, acting for a seat, signed out and in again. */
import { expect, test } from '@playwright/test';
import { expectNoBarriers, expectSound } from '../checks.ts';
import { LANGS, type Lang } from '../pages.ts';
import { items, send, write } from '../room/room.ts';
import { Server } from '../room/server.ts';
import { withDevice } from './device.ts';

interface Words {
  readonly name: string;
  readonly seat: string;
  readonly matter: string;
  readonly said: string;
  readonly enrol: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly refusedByDevice: RegExp;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    name: 'Ada Arden',
    seat: 'President of Arden',
    matter: 'exercises near the border',
    said: 'We shall answer by noon.',
    enrol: 'Register a passkey',
    signIn: 'Sign in with a passkey',
    signOut: 'Sign out',
    refusedByDevice: /The device did not give a passkey/,
  },
  ko: {
    name: '김민서',
    seat: '아르덴 대통령',
    matter: '국경 부근 훈련',
    said: '정오까지 답하겠습니다.',
    enrol: '패스키 등록',
    signIn: '패스키로 로그인',
    signOut: '로그아웃',
    refusedByDevice: /패스키/,
  },
  ja: {
    name: '佐藤碧',
    seat: 'アーデン大統領',
    matter: '国境付近の演習',
    said: '正午までに回答する。',
    enrol: 'パスキーを登録',
    signIn: 'パスキーでサインイン',
    signOut: 'サインアウト',
    refusedByDevice: /パスキー/,
  },
};
const ROLES = ['seat:tutorial-two-party/arden-president'];

let server: Server;
let links: readonly string[] = [];

test.beforeAll(async () => {
  const invitees = LANGS.map((lang) => ({ login: `arden-${lang}`, name: WORDS[lang].name, roles: ROLES }));
  [server, links] = await Server.withAccounts(invitees);
});
test.afterAll(() => server.end());
test.describe.configure({ mode: 'default' });
test.use({ actionTimeout: 15_000, viewport: { width: 1280, height: 800 } });

for (const [index, lang] of LANGS.entries()) {
  const words = WORDS[lang];

  test(`${lang}: enrols by the link, holds a seat, acts, signs out and in`, async ({ page }) => {
    const device = await withDevice(page);
    const link = links[index]!.replace('/enrol#', `/${lang}/enrol#`);
    await page.goto(`${server.url}/${lang}/consultations`);
    await expect(page.locator('.condition')).toBeVisible();
    await expectNoBarriers(page);
    await expectSound(page, lang);

    // A device whose person does not prove who it is gives no passkey, and nothing is lost.
    await page.goto(link);
    await expect(page.getByText(words.name)).toBeVisible();
    await expectNoBarriers(page);
    await expectSound(page, lang);
    const register = page.getByRole('button', { name: words.enrol });
    await device.setVerified(false);
    await register.click();
    await expect(page.getByText(words.refusedByDevice).last()).toBeVisible();
    await device.setVerified(true);
    await register.click();
    await page.waitForURL(new RegExp(`/${lang}/consultations$`));

    // The account: the seat by its name, one passkey, one session.
    await page.getByRole('link', { name: words.name }).click();
    await expect(page.locator('main li').first()).toContainText(words.seat);
    await expect(page.locator('.table tbody tr')).toHaveCount(2);
    await expectNoBarriers(page);
    await expectSound(page, lang);

    // The seat is the only one offered, and acts.
    await page.goto(`${server.url}/${lang}/consultations/new`);
    await page.locator('.choices').getByText(words.matter).click();
    await page.locator('button[type=submit]').click();
    await page.waitForURL(/seat%3Aarden-president$/);
    const room = page.url();
    await page.locator('.can-do [data-command="request"]').click();
    await page.locator('.composer .select-button').nth(1).click();
    await page.locator('[role=option][data-key="borea-president"]').click();
    await write(page, words.said);
    await send(page);
    await expect(items(page)).toHaveCount(2);
    await expect(items(page).last()).toContainText(words.said);
    await page.goto(room.replace('seat%3Aarden-president', 'seat%3Aborea-president'));
    await expect(page.locator('.condition')).toBeVisible();
    await expect(page.locator('body')).not.toContainText(words.said);

    // Signed out, nothing of it is shown; signed in again, all of it.
    await page.goto(`${server.url}/${lang}/account`);
    await page.getByRole('button', { name: words.signOut }).click();
    await page.waitForURL(/sign-in$/);
    await expectNoBarriers(page);
    await expectSound(page, lang);
    await page.goto(room);
    await expect(page.locator('.condition')).toBeVisible();
    await page.goto(`${server.url}/${lang}/sign-in`);
    await page.getByRole('button', { name: words.signIn }).click();
    await page.waitForURL(new RegExp(`/${lang}/consultations$`));
    await page.goto(room);
    await expect(items(page).last()).toContainText(words.said);

    // An invitation is taken up once.
    await page.goto(link);
    await page.reload();
    await expect(page.locator('.refused')).toBeVisible();
    await expectSound(page, lang);
  });
}

test('a second passkey is added, and then the first can be removed; the last can not', async ({ page }) => {
  const [fresh, [link]] = await Server.withAccounts([{ login: 'clerk', name: 'Clerk', roles: [] }]);
  try {
    const device = await withDevice(page);
    await page.goto(link!);
    await page.getByRole('button', { name: WORDS.en.enrol }).click();
    await page.waitForURL(/consultations$/);
    await page.getByRole('link', { name: 'Clerk' }).click();
    const remove = page.getByRole('button', { name: 'Remove This device' });
    await expect(remove).toBeDisabled();
    // A device keeps one passkey of an account: the second is made with another.
    await device.leave();
    await withDevice(page);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(remove).toHaveCount(2);
    await remove.first().click();
    await expect(remove).toHaveCount(1);
    await expect(remove).toBeDisabled();
  } finally {
    await fresh.end();
  }
});
