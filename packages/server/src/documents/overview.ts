/** The exercise overview, as HSEEP's template begins: what was exercised, when, by whom. */
import type { Block } from './content.ts';
import { showMoment, type Context } from './context.ts';

export function overview(context: Context): readonly Block[] {
  const { elapsed, lang, say, stage, state, table, word } = context;
  const { arrangement, scenario } = stage;
  const sent = [...state.injects.values()].flatMap(({ sent: when }) => (when ? [when] : []));
  const moments = sent.map(({ at }) => at);
  const held =
    moments.length === 0
      ? say('overview-not-begun')
      : say('overview-span', { from: showMoment(Math.min(...moments)), to: showMoment(state.now) });
  const people = [...state.participants.values()];
  const roles = (
    ['director', 'controller', 'evaluator', 'observer', 'player', 'role-player'] as const
  ).flatMap((role) => {
    const count = people.filter((each) => each.role === role).length;
    return count === 0 ? [] : [`${say(`role-${role}`)}: ${count}`];
  });
  const directors = people.filter(({ role }) => role === 'director').map(({ name }) => name);
  const items: readonly (readonly [string, string])[] = [
    [say('overview-name'), word(scenario.name)],
    [
      say('overview-arrangement'),
      say('overview-arrangement-at', { name: arrangement.name[lang], at: scenario.at }),
    ],
    [say('overview-dates'), held],
    [
      say('overview-scenario-time'),
      say('overview-elapsed', { from: showMoment(scenario.startex), elapsed: elapsed(state.clock.elapsed) }),
    ],
    [say('overview-objectives'), [...scenario.objectives.values()].map(({ name }) => word(name)).join('\n')],
    [say('overview-situation'), word(scenario.situation).trim()],
    [
      say('overview-consultations'),
      [...scenario.consultations.values()].map(({ name }) => word(name)).join('\n'),
    ],
    [say('overview-injects'), say('overview-injects-sent', { sent: sent.length, all: state.injects.size })],
    [say('overview-director'), directors.join(', ')],
    [say('overview-participants'), roles.join('\n')],
  ];
  return [
    { of: 'heading', level: 1, text: say('overview') },
    table(
      say('overview'),
      [
        ['item', 25],
        ['what', 75],
      ],
      items.filter(([, text]) => text !== ''),
    ),
  ];
}
