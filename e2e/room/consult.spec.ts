/** A consultation about a notional crisis, from its opening to its end, by two seats and two onlookers in browsers of their own. */
import { expect, test } from '@playwright/test';
import { LANGS, type Lang } from '../pages.ts';
import { act, allSee, beginAct, items, respond, roomUrl, send, sit, write, type Sitting } from './room.ts';
import { Server } from './server.ts';

interface Words {
  readonly matter: string;
  readonly request: string;
  readonly consult: string;
  readonly object: string;
  readonly answer: string;
  readonly decide: string;
  readonly reserve: string;
  readonly decision: string;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    matter: 'exercises near the border',
    request: 'We saw your columns move. What is planned?',
    consult: 'A brigade exercise is planned for Thursday.',
    object: 'Not within ten kilometres of the border.',
    answer: 'We will keep fifteen kilometres away.',
    decide: 'The exercise is held as we said.',
    reserve: 'We reserve our position on the dates.',
    decision: 'the decision on exercises near the border',
  },
  ko: {
    matter: '국경 부근 훈련',
    request: '귀측 종대의 이동을 확인했습니다. 무엇을 계획하고 있습니까?',
    consult: '목요일에 여단급 훈련을 계획하고 있습니다.',
    object: '국경 10킬로미터 이내에서는 안 됩니다.',
    answer: '15킬로미터 밖에서 실시하겠습니다.',
    decide: '말씀드린 대로 훈련을 실시합니다.',
    reserve: '날짜에 대해서는 입장을 유보합니다.',
    decision: '국경 부근 훈련의 결정',
  },
  ja: {
    matter: '国境付近の演習',
    request: '貴側の縦隊の移動を確認した。何を計画しているのか。',
    consult: '木曜日に旅団規模の演習を計画している。',
    object: '国境から十キロ以内では認められない。',
    answer: '十五キロ以上離れて実施する。',
    decide: '述べたとおり演習を実施する。',
    reserve: '日程については立場を留保する。',
    decision: '国境付近の演習の決定',
  },
};

const CONSULT = 'consult by arden-president with borea-president on border-exercise';
const DECIDE = 'decide by arden-president on border-exercise';

test.use({ actionTimeout: 15_000 });

for (const lang of LANGS) {
  test(`${lang}: from its opening to its end; a lost line, a killed server and a reload lose nothing`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const words = WORDS[lang];
    const server = await Server.start();
    const sittings: Sitting[] = [];
    const takeSeat = async (url: string): Promise<Sitting> => {
      const sitting = await sit(browser, url);
      sittings.push(sitting);
      return sitting;
    };
    try {
      // Arden opens it, in the pages.
      const arden = await takeSeat(`${server.url}/${lang}/consultations/new?under=tutorial-two-party`);
      await arden.page.locator('.choices').getByText(words.matter).click();
      await arden.page.locator('button[type=submit]').click();
      await arden.page.waitForURL(/seat%3Aarden-president$/);
      await expect(arden.page.getByRole('heading', { level: 1 })).toHaveText(words.matter);
      const id = new URL(arden.page.url()).pathname.split('/')[3]!;

      // Borea and its staff come in; an observer looks on.
      const borea = await takeSeat(roomUrl(server.url, lang, id, 'seat:borea-president'));
      const staff = await takeSeat(roomUrl(server.url, lang, id, 'party:borea'));
      const observer = await takeSeat(roomUrl(server.url, lang, id, 'public'));
      const parties = [arden, borea, staff];
      await allSee([...parties, observer], 1);
      await expect(staff.page.locator('.can-do')).toHaveCount(0);

      // Before Borea was consulted, the decision is a departure, and what is owed is said.
      const decision = arden.page.locator(`.option-row[data-act="${DECIDE}"]`);
      await expect(arden.page.locator('.options-departure').locator(`[data-act="${DECIDE}"]`)).toBeVisible();
      await decision.locator('button').last().click();
      await expect(decision.locator('.steps li')).toHaveCount(1);

      // Borea asks, with a time by which it wants an answer. Arden is awaited, and consults.
      await borea.page.locator('.can-do [data-command="request"]').click();
      await borea.page.locator('.composer .select-button').nth(1).click();
      await borea.page.locator('[role=option][data-key="arden-president"]').click();
      await write(borea.page, words.request);
      await borea.page.locator('.composer input[inputmode=decimal]').fill('2');
      await send(borea.page);
      await allSee(parties, 2);
      await expect(arden.page.locator('.due .clock')).toHaveText(/^1:|^01:59:/);
      await act(arden.page, CONSULT, words.consult);
      await allSee(parties, 3);
      await respond(borea.page, 3, 'object', words.object);
      await respond(arden.page, 2, 'answer', words.answer);
      await allSee(parties, 5);
      await expect(arden.page.locator('.due')).toHaveCount(0);
      await expect(items(staff.page).nth(3)).toContainText(words.object);

      // Arden's line is lost while it decides: what it sends waits, survives, and is recorded once.
      await expect(arden.page.locator('.options-proper').locator(`[data-act="${DECIDE}"]`)).toBeVisible();
      await beginAct(arden.page, DECIDE);
      await write(arden.page, words.decide);
      await arden.context.setOffline(true);
      await expect(arden.page.locator('.connection-lost')).toBeVisible();
      await send(arden.page);
      await expect(arden.page.locator('.composer [role=status]')).toBeVisible();
      await arden.context.setOffline(false);
      await expect(arden.page.locator('.composer')).toHaveCount(0);
      await expect(arden.page.locator('.connection-live')).toBeVisible();
      await allSee(parties, 6);

      // The server is killed while Borea sends. It comes back on the same data, and the pages with it.
      await borea.page.locator('#item-6 .respond').click();
      await borea.page.locator('[role=menuitem][data-key=reserve]').click();
      await write(borea.page, words.reserve);
      await server.kill();
      await expect(borea.page.locator('.connection-lost')).toBeVisible();
      await expect(items(borea.page)).toHaveCount(6);
      await send(borea.page);
      await server.come();
      await expect(borea.page.locator('.composer')).toHaveCount(0);
      await allSee(parties, 7);

      // A text half written outlives a reload.
      await beginAct(arden.page, CONSULT);
      await write(arden.page, words.answer);
      await arden.page.reload();
      await expect(arden.page.locator('.composer textarea').first()).toHaveValue(words.answer);
      await arden.page.locator('.composer button[type=button]').last().click();
      await expect(arden.page.locator('.composer')).toHaveCount(0);

      // The proof of the decision is checked in Borea's browser, and so are the logs.
      await borea.page.locator('#item-6 .item-proof button').click();
      await expect(borea.page.locator('#item-6 .record-verified')).toBeVisible();

      // Arden closes it, for all to see; of the rest, the observer learns nothing.
      await arden.page.locator('.can-do [data-command="close"]').click();
      await send(arden.page);
      await allSee(parties, 8);
      await allSee([observer], 2);
      await expect(observer.page.locator('body')).not.toContainText(words.object);
      await expect(borea.page.locator('.can-do .option-row')).toHaveCount(0);
    } finally {
      for (const { context } of sittings) await context.close();
      await server.end();
    }
  });
}
