/** What happened: expected actions and whether they came, acts that were refused, and all of it in the order of scenario time. */
import type { exercise } from '@foedus/kernel';
import type { Block } from './content.ts';
import type { Context } from './context.ts';

interface Expected {
  readonly inject: exercise.Inject;
  readonly expectation: exercise.Expectation;
}

function expectedIn({ injects }: exercise.Exercise): readonly Expected[] {
  return [...injects.values()].flatMap(({ inject }) =>
    inject.expected.map((expectation) => ({ inject, expectation })),
  );
}

export function course(context: Context): readonly Block[] {
  const { elapsed, evidence, participant, say, seat, stage, state, table, word } = context;
  const verdictOf = (verdict: exercise.Verdict | undefined): string => {
    if (!verdict) return say('verdict-open');
    const said = say(`verdict-${verdict.verdict}`);
    return verdict.by === undefined
      ? said
      : say('verdict-by', { verdict: said, by: participant(verdict.by), why: verdict.why ?? '' });
  };
  const rows = expectedIn(state).map(({ expectation, inject }) => {
    const verdict = state.verdicts.get(expectation.id);
    return [
      inject.id,
      word(expectation.says),
      verdictOf(verdict),
      verdict ? elapsed(verdict.elapsed) : '',
      verdict ? evidence(verdict.evidence) : '',
    ];
  });
  const refused = state.refusals.map(({ code, command, consultation, elapsed: at, seat: by }) => [
    elapsed(at),
    word(stage.scenario.consultations.get(consultation)?.name) || consultation,
    seat(by),
    command,
    code,
  ]);
  return [
    { of: 'heading', level: 1, text: say('expected') },
    table(
      say('expected'),
      [
        ['expected-inject', 10],
        ['expected-says', 36],
        ['verdict', 20],
        ['time', 10],
        ['evidence', 24],
      ],
      rows,
    ),
    { of: 'heading', level: 1, text: say('refusals') },
    table(
      say('refusals'),
      [
        ['time', 12],
        ['consultation', 25],
        ['seat', 25],
        ['act', 18],
        ['code', 20],
      ],
      refused,
    ),
  ];
}

/** In the order of scenario time; of what came at once, injects first. */
export function chronology(context: Context): readonly Block[] {
  const { elapsed, participant, say, seat, state, table, word } = context;
  const events: { readonly at: number; readonly says: string; readonly how: string }[] = [];
  for (const { inject, sent } of state.injects.values()) {
    if (!sent) continue;
    const how = say('sent-how', { serial: inject.id, by: say(`by-${sent.by}`) });
    events.push({ at: sent.elapsed, says: say('sent', { title: word(inject.title) }), how });
  }
  for (const { command, code, elapsed: at, seat: by } of state.refusals)
    events.push({ at, says: say('chronology-refused', { command, seat: seat(by) }), how: code });
  for (const { expectation } of expectedIn(state)) {
    const verdict = state.verdicts.get(expectation.id);
    if (!verdict) continue;
    const said = say(`verdict-${verdict.verdict}`);
    events.push({
      at: verdict.elapsed,
      says: say('chronology-verdict', { verdict: said, says: word(expectation.says) }),
      how: context.evidence(verdict.evidence),
    });
  }
  for (const { by, elapsed: at, evidence, text } of state.observations)
    events.push({
      at,
      says: say('chronology-observed', { by: participant(by), text }),
      how: context.evidence(evidence),
    });
  const rows = events
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, how, says }) => [elapsed(at as exercise.Elapsed), says, how]);
  return [
    { of: 'heading', level: 1, text: say('chronology') },
    table(
      say('chronology'),
      [
        ['time', 14],
        ['event', 58],
        ['evidence', 28],
      ],
      rows,
    ),
  ];
}
