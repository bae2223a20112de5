/** The analysis of capabilities: ratings P, S, M, U of critical tasks with their evidence, strengths, areas for improvement. */
import { exercise } from '@foedus/kernel';
import type { Block } from './content.ts';
import type { Context } from './context.ts';

interface Tasked {
  readonly objective: exercise.Objective;
  readonly capability: exercise.Capability;
  readonly task: exercise.CriticalTask;
}

export function tasksOf({ objectives }: exercise.Scenario): readonly Tasked[] {
  return [...objectives.values()].flatMap((objective) =>
    [...objective.capabilities.values()].flatMap((capability) =>
      [...capability.tasks.values()].map((task) => ({ objective, capability, task })),
    ),
  );
}

/** An evaluator's rating of a task stands until he gives another. */
export function standing(ratings: readonly exercise.Rated[]): readonly exercise.Rated[] {
  return [...new Map(ratings.map((rated) => [JSON.stringify([rated.task, rated.by]), rated])).values()];
}

export function capabilities(context: Context): readonly Block[] {
  const { evidence, participant, rules, say, stage, state, table, word } = context;
  const tasks = tasksOf(stage.scenario);
  const ratings = standing(state.ratings);
  const of = (task: string): readonly exercise.Rated[] => ratings.filter((rated) => rated.task === task);
  const grouped = Map.groupBy(tasks, ({ capability }) => capability);
  const summary = [...grouped].map(([capability, within]) => [
    word(within[0]!.objective.name),
    word(capability.name),
    ...exercise.RATINGS.map(
      (rating) => within.flatMap(({ task }) => of(task.id)).filter((rated) => rated.rating === rating).length,
    ),
  ]);
  const rows = tasks.flatMap(({ capability, task }) => {
    const own = of(task.id);
    const [first, ...more] = own.length > 0 ? own : [undefined];
    const row = (rated: exercise.Rated | undefined): readonly string[] => [
      word(capability.name),
      word(task.name),
      rated?.rating ?? say('not-rated'),
      rated ? participant(rated.by) : '',
      rated ? [rated.why, evidence(rated.evidence)].filter((text) => text !== '').join('\n') : '',
      rules(task.rules),
    ];
    return [row(first), ...more.map(row)];
  });
  const findings = [...state.findings.values()];
  const known = new Set(tasks.map(({ task }) => task.id));
  const loose = findings.filter(({ task }) => task === undefined || !known.has(task));
  return [
    { of: 'heading', level: 1, text: say('analysis') },
    {
      of: 'table',
      caption: say('summary-ratings'),
      columns: [
        { heading: say('objective'), width: 40 },
        { heading: say('capability'), width: 32 },
        ...exercise.RATINGS.map((heading) => ({ heading, width: 7 })),
      ],
      rows: summary,
      none: say('none'),
    },
    table(
      say('tasks-rated'),
      [
        ['capability', 16],
        ['task', 24],
        ['rating', 9],
        ['evaluator', 13],
        ['why', 24],
        ['rules', 14],
      ],
      rows,
    ),
    ...[...grouped].flatMap(([capability, within]) => {
      const ids = new Set(within.map(({ task }) => task.id));
      const own = findings.filter(({ task }) => task !== undefined && ids.has(task));
      return own.length === 0 ? [] : found(word(capability.name), own, context);
    }),
    ...(loose.length === 0 ? [] : found(say('other-findings'), loose, context)),
    table(
      say('ratings-key'),
      [
        ['rating', 30],
        ['meaning', 70],
      ],
      exercise.RATINGS.map((rating) => [say(`rating-${rating}`), say(`rating-${rating}-means`)]),
    ),
  ];
}

/** Strengths, then areas for improvement, each with its evidence and what it refers to. */
function found(
  title: string,
  findings: readonly exercise.Finding[],
  { evidence, rules, say }: Context,
): readonly Block[] {
  const items = (kind: exercise.Finding['kind']): readonly string[] =>
    findings
      .filter((finding) => finding.kind === kind)
      .map((finding) => {
        const told = evidence(finding.evidence);
        const about = [
          finding.rules.length === 0 ? '' : `${say('rules')}: ${rules(finding.rules)}`,
          told === '' ? '' : `${say('evidence')}: ${told}`,
        ].filter((text) => text !== '');
        return about.length === 0 ? finding.text : `${finding.text} (${about.join('. ')})`;
      });
  const part = (key: 'strengths' | 'improvements', list: readonly string[]): readonly Block[] => [
    { of: 'heading', level: 3, text: say(key) },
    list.length === 0 ? { of: 'paragraph', text: say('none') } : { of: 'list', items: list },
  ];
  return [
    { of: 'heading', level: 2, text: title },
    ...part('strengths', items('strength')),
    ...part('improvements', items('area-for-improvement')),
  ];
}
