/** The tutorial from its beginning to the review, by a director, an evaluator and two players in browsers of their own. */
import { expect, test } from '@playwright/test';
import { expectNoBarriers, expectSound } from '../checks.ts';
import { LANGS, type Lang } from '../pages.ts';
import { act, beginAct, items, respond, send, write } from '../room/room.ts';
import {
  beginExercise,
  codeFor,
  codesFor,
  endExercise,
  enterRoom,
  join,
  leaveRoom,
  setForward,
  view,
  withSecretary,
  type Person,
} from './taking-part.ts';

interface Words {
  readonly director: string;
  readonly evaluator: string;
  readonly arden: string;
  readonly borea: string;
  readonly question: string;
  readonly consult: string;
  readonly object: string;
  readonly decide: string;
  readonly inform: string;
  readonly why: string;
  readonly observation: string;
  readonly finding: string;
  readonly action: string;
  /** How the room calls the time in which it lives. */
  readonly time: string;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    director: 'Dana Director',
    evaluator: 'Eve Evaluator',
    arden: 'Ada Arden',
    borea: 'Bo Borea',
    question: 'Who speaks for the foreign ministry today?',
    consult: 'We plan an exercise of two battalions.',
    object: 'Not without the road.',
    decide: 'The battalions clear the valley.',
    inform: 'We have decided; the valley is being cleared.',
    why: 'Consulted after a first attempt to decide alone.',
    observation: 'The cell read the reason of the refusal aloud.',
    finding: 'The duty to consult was not known beforehand.',
    action: 'Brief new staff on Article 2',
    time: 'scenario time',
  },
  ko: {
    director: '김통제',
    evaluator: '박평가',
    arden: '이아르',
    borea: '최보레',
    question: '오늘 외교부 대표는 누구입니까?',
    consult: '2개 대대의 훈련을 계획하고 있습니다.',
    object: '도로 개방 없이는 안 됩니다.',
    decide: '대대가 계곡 주민을 대피시킵니다.',
    inform: '결정했습니다. 주민을 대피시키고 있습니다.',
    why: '단독 결정을 시도한 뒤 협의했다.',
    observation: '반원들이 거부 이유를 소리 내어 읽었다.',
    finding: '협의 의무를 미리 알지 못했다.',
    action: '신규 직원에게 제2조를 교육한다',
    time: '시나리오 시각',
  },
  ja: {
    director: '統裁太郎',
    evaluator: '評価花子',
    arden: '有田碧',
    borea: '保礼亜子',
    question: '本日の外務省の代表は誰ですか。',
    consult: '二個大隊の演習を計画しています。',
    object: '道路の開放なしには認められません。',
    decide: '大隊が谷の住民を避難させます。',
    inform: '決定しました。住民を避難させています。',
    why: '単独での決定を試みた後に協議した。',
    observation: '班員が拒否の理由を声に出して読んだ。',
    finding: '協議義務が事前に知られていなかった。',
    action: '新任職員に第二条を教育する',
    time: 'シナリオ時刻',
  },
};

const CONSULT = 'consult by arden-president with borea-president on border-exercise';
const DECIDE = 'decide by arden-president on border-exercise';
const INFORM = 'inform by arden-president to borea-president on border-exercise';

test.use({ actionTimeout: 15_000 });

for (const lang of LANGS) {
  test(`${lang}: the tutorial is played, judged and reviewed`, async ({ browser }) => {
    test.setTimeout(300_000);
    const words = WORDS[lang];
    const { director, server } = await withSecretary(browser, lang, words.director);
    const people: Person[] = [director];
    const sound = async ({ page }: Person): Promise<void> => {
      if (lang === 'en') await expectNoBarriers(page);
      await expectSound(page, lang);
    };
    const joined = async (link: string, name: string): Promise<Person> => {
      const person = await join(browser, link, lang, name);
      people.push(person);
      return person;
    };
    try {
      // From the list to the board in two presses; the third will be STARTEX.
      await beginExercise(director, server, lang, 'tutorial');
      await expect(director.page.locator('[data-inject]')).toHaveCount(10);
      await sound(director);

      // A code for each seat, and one for the evaluator: links open the seats.
      const [ardenLink, boreaLink] = await codesFor(director, ['arden-president', 'borea-president']);
      const evaluatorLink = await codeFor(director, 'evaluator');
      await sound(director);
      const arden = await joined(ardenLink!, words.arden);
      const borea = await joined(boreaLink!, words.borea);
      const evaluator = await joined(evaluatorLink, words.evaluator);
      await expect(director.page.locator('[data-participant]')).toHaveCount(4);
      await sound(arden);

      // STARTEX: the first inject reaches Arden alone.
      await view(director, 'board');
      await director.page.locator('.clock-controls .button-main').click();
      const first = arden.page.locator('[data-inject="1"]');
      await expect(first).toBeVisible();
      await first.locator('.button-main').click();
      await expect(first.locator('.tag-good')).toBeVisible();
      await expect(borea.page.locator('[data-inject]')).toHaveCount(0);

      // A question to control, which is seen, taken up and answered.
      await first.locator('.button').last().click();
      await first.locator('textarea').fill(words.question);
      await first.locator('.compose button[type=submit]').click();
      await expect(first.locator('.compose')).toHaveCount(0);
      await view(director, 'messages');
      const question = director.page.locator('[data-message]', { hasText: words.question });
      await question.locator('.button').first().click();
      await expect(question.locator('.tag-good')).toBeVisible();
      await sound(director);

      // Arden would decide at once: the arrangement refuses it, and control sees that as it happens.
      await enterRoom(arden);
      await beginAct(arden.page, DECIDE);
      await write(arden.page, words.decide);
      await send(arden.page);
      await expect(arden.page.locator('.refused')).toBeVisible();
      await view(director, 'board');
      await expect(director.page.locator('[data-refusal]')).toHaveCount(1);
      await arden.page.locator('.composer button[type=button]').last().click();
      await act(arden.page, CONSULT, words.consult);

      // The branch that follows is due in half a minute of the scenario: the clock steps there, and Borea answers.
      await expect(async () => {
        await director.page.locator('.clock-controls .button').nth(1).click();
        await expect(borea.page.locator('[data-inject="3"]')).toBeVisible({ timeout: 3000 });
      }).toPass();
      await enterRoom(borea);
      await expect(items(borea.page)).toHaveCount(2);
      await respond(borea.page, 2, 'object', words.object);

      // The clock stands after the step. It goes on, and is set forward to the flood.
      await director.page.locator('.clock-controls .button-main').click();
      await setForward(director, '0:05:01');
      await expect(director.page.locator('tr[data-inject="5"]')).toHaveAttribute('data-state', 'sent');
      await expect(arden.page.locator('.way-back [role=status]')).not.toBeEmpty();
      await act(arden.page, DECIDE, words.decide);
      await expect(arden.page.locator('.due-until')).toContainText(words.time);
      await act(arden.page, INFORM, words.inform);
      await leaveRoom(arden);
      await expect(arden.page.locator('[data-inject="5"]')).toBeVisible();

      // An inject that nobody thought of, and the reserve, are sent by hand; the last brings a questionnaire.
      await director.page.locator('tr[data-inject="R1"] .row-open').click();
      await director.page.locator('[data-detail="R1"] .button-main').click();
      await expect(arden.page.locator('[data-inject="R1"]')).toBeVisible();
      await leaveRoom(borea);
      await expect(borea.page.locator('[data-inject="R1"]')).toHaveCount(0);
      await director.page.locator('tr[data-inject="7"] .row-open').click();
      await director.page.locator('[data-detail="7"] .button-main').click();
      const questions = borea.page.locator('.questionnaire');
      await questions.locator('.segmented').first().locator('.segment').nth(3).click();
      await questions.locator('.segmented').last().locator('.segment').nth(1).click();
      await questions.locator('textarea').fill(words.observation);
      await sound(borea);
      await questions.locator('button[type=submit]').click();
      await expect(questions).toHaveCount(0);

      // What was expected was done, says the program; the evaluator rates, with evidence from the record.
      await view(evaluator, 'expected');
      await expect(evaluator.page.locator('[data-expectation] .tag-good')).toHaveCount(4);
      await sound(evaluator);
      await view(evaluator, 'guide');
      const task = evaluator.page.locator('[data-task="consult-borea"]');
      await task.locator('.task-head .button').click();
      await task.locator('.segment').nth(1).click();
      await task.locator('textarea').fill(words.why);
      await task.locator('.judging .stack .button').click();
      await evaluator.page.locator('.citable', { hasText: words.consult }).locator('input').check();
      await sound(evaluator);
      await evaluator.page.locator('.dialog .button-main').click();
      await task.locator('button[type=submit]').click();
      await expect(task.locator('[data-rating="S"]')).toContainText(words.consult);
      await sound(evaluator);
      await view(evaluator, 'observations');
      await evaluator.page.locator('textarea').fill(words.observation);
      await evaluator.page.locator('button[type=submit]').click();
      await expect(evaluator.page.locator('[data-observation]')).toContainText(words.observation);

      // An evaluator decides otherwise, and says why.
      await view(evaluator, 'expected');
      await evaluator.page.locator('[data-expectation="borea-position"] .button').click();
      await evaluator.page.locator('.dialog textarea').fill(words.why);
      await evaluator.page.locator('.dialog .button-main').click();
      await expect(evaluator.page.locator('[data-expectation="borea-position"]')).toContainText(words.why);
      await expect(evaluator.page.locator('[data-expectation] .tag-bad')).toHaveCount(1);

      // ENDEX, for all to see.
      await endExercise(director);
      await expect(arden.page.locator('.room-lost')).toBeVisible();
      await expect(director.page.locator('.clock-controls .button')).toHaveCount(0);
      await view(director, 'cells');
      await sound(director);
      await view(director, 'timeline');
      await sound(director);

      // The review: a finding with an action, and back to a moment at which nothing had been decided.
      await view(evaluator, 'review');
      await evaluator.page.locator('#findings-title ~ .button').click();
      await evaluator.page.locator('.judging textarea').fill(words.finding);
      await evaluator.page.locator('.judging button[type=submit]').click();
      const finding = evaluator.page.locator('[data-finding]');
      await expect(finding).toContainText(words.finding);
      await finding.locator('.stack .button').click();
      await finding.locator('input').nth(0).fill(words.action);
      await finding.locator('input').nth(1).fill(words.director);
      await finding.locator('button[type=submit]').click();
      await expect(finding.locator('[data-action]')).toContainText(words.action);
      await sound(evaluator);
      await view(evaluator, 'replay');
      const then = evaluator.page.locator('.then');
      await expect(then).toContainText(words.inform);
      await evaluator.page.locator('input[type=range]').focus();
      await evaluator.page.keyboard.press('Home');
      await expect(then).not.toContainText(words.consult);
      await sound(evaluator);

      // Of what is not theirs, players saw nothing: neither in their pages nor from the server.
      const id = new URL(borea.page.url()).pathname.split('/')[3]!;
      for (const path of ['', '/director', '/director/board']) {
        await borea.page.goto(`${server.url}/${lang}/exercises/${id}${path}`);
        await expect(borea.page.locator('body')).not.toContainText(words.why);
        await expect(borea.page.locator('[data-state]')).toHaveCount(0);
      }
    } finally {
      for (const { context } of people) await context.close();
      await server.end();
    }
  });
}
