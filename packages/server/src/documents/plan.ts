/** The appendices: the improvement plan with owners, who took part, and what they answered. */
import type { exercise } from '@foedus/kernel';
import { tasksOf } from './capabilities.ts';
import type { Block } from './content.ts';
import type { Context } from './context.ts';

export function plan({ say, stage, state, table, word }: Context): readonly Block[] {
  const tasks = new Map(tasksOf(stage.scenario).map((each) => [each.task.id, each]));
  const rows = [...state.actions.values()].map((action) => {
    const finding = state.findings.get(action.finding);
    const within = finding?.task === undefined ? undefined : tasks.get(finding.task);
    return [
      within ? word(within.capability.name) : '',
      finding?.text ?? action.finding,
      action.text,
      action.owner,
      action.until ?? '',
      say(`status-${action.status}`),
    ];
  });
  return [
    { of: 'page-break' },
    { of: 'heading', level: 1, text: say('plan-appendix') },
    table(
      say('plan'),
      [
        ['capability', 18],
        ['finding', 26],
        ['action', 26],
        ['owner', 12],
        ['until', 9],
        ['status', 9],
      ],
      rows,
    ),
  ];
}

export function participants({ say, seat, stage, state, table, word }: Context): readonly Block[] {
  const rows = [...state.participants.values()].map((each) => [
    each.name,
    say(`role-${each.role}`),
    each.cell === undefined ? '' : word(stage.scenario.cells.get(each.cell)?.name) || each.cell,
    each.seat === undefined ? '' : seat(each.seat),
  ]);
  return [
    { of: 'heading', level: 1, text: say('participants-appendix') },
    table(
      say('participants'),
      [
        ['name', 28],
        ['role', 22],
        ['cell', 25],
        ['seat', 25],
      ],
      rows,
    ),
  ];
}

export function feedback({ say, stage, state, word }: Context): readonly Block[] {
  const asked = [...stage.scenario.questionnaires.values()].flatMap((questionnaire) => {
    const given = state.answers.filter(({ questionnaire: of }) => of === questionnaire.id);
    return given.length === 0 ? [] : [{ questionnaire, given }];
  });
  if (asked.length === 0) return [];
  return [
    { of: 'heading', level: 1, text: say('feedback-appendix') },
    ...asked.map(({ given, questionnaire }): Block => ({
      of: 'table',
      caption: word(questionnaire.name),
      columns: [
        { heading: say('question'), width: 45 },
        { heading: `${say('answer')} (${say('feedback-count', { count: given.length })})`, width: 55 },
      ],
      rows: questionnaire.questions.map((question) => [word(question.asks), summary(question, given, word)]),
      none: say('none'),
    })),
  ];
}

/** Of choices and scales, how often each was chosen; of texts, all. Who answered is not told. */
function summary(
  question: exercise.AskedQuestion,
  given: exercise.Exercise['answers'],
  word: Context['word'],
): string {
  const answers = given.flatMap(({ answers: all }) => {
    const answer = Object.hasOwn(all, question.id) ? all[question.id] : undefined;
    return answer === undefined || answer === '' ? [] : [answer];
  });
  const counted = (values: readonly (readonly [string, string])[]): string =>
    values
      .map(([value, shown]) => `${shown}: ${answers.filter((answer) => answer === value).length}`)
      .join('\n');
  switch (question.type) {
    case 'text':
      return answers.map((answer) => `“${answer}”`).join('\n');
    case 'scale':
      return counted(['1', '2', '3', '4', '5'].map((value) => [value, value]));
    case 'choice':
      return counted(question.of.map(({ id, says }) => [id, word(says)]));
  }
}
