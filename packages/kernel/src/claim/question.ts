/** Says in words what a check asks and expects. */
import { showWhen } from '../arrangement/date.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { actInWords, nameOf } from '../authority/words.ts';
import { plain } from '../text/catalogue.ts';
import type { Text } from '../text/lang.ts';
import { outcomeOf } from './check/absent.ts';
import { featuresOf } from './check/stands.ts';
import { voiceInWords } from './check/voice.ts';
import type { Asked, Check, Measure, Relation } from './model.ts';
import { frameInWords, groupsInWords, kindInWords, readingInWords, say } from './words.ts';
import { arrangementOf, type World } from './world.ts';

/** The question of a check; where it names an arrangement that does not exist, that name. */
export function questionOf(check: Check, home: string, world: World): Text {
  switch (check.type) {
    case 'compare': {
      const left = measureInWords(check.left, home, world);
      const right = measureInWords(check.right, home, world);
      return say(`question.${RELATED[check.relation].compare}`, { left, right });
    }
    case 'trend':
      return say(`question.${RELATED[check.relation].trend}`, {
        measure: measureInWords(check.measure, home, world),
        dates: check.at.map((when) => plain(showWhen(when))),
      });
    case 'stands':
    case 'absent':
      return within(world, home, check.arrangement, (arrangement) => stateInWords(check, arrangement));
    case 'extent':
    case 'sets':
    case 'voice':
    case 'survives':
      return within(world, home, check.asked.arrangement, (arrangement) => askedInWords(check, arrangement));
  }
}

const RELATED = {
  '<': { compare: 'lt', trend: 'rises' },
  '<=': { compare: 'le', trend: 'no-fall' },
  '=': { compare: 'eq', trend: 'steady' },
  '>=': { compare: 'ge', trend: 'no-rise' },
  '>': { compare: 'gt', trend: 'falls' },
} as const satisfies Record<Relation, { compare: string; trend: string }>;

function within(
  world: World,
  home: string,
  named: string | undefined,
  words: (arrangement: Arrangement) => Text,
): Text {
  const found = arrangementOf(world, home, named);
  return found.ok ? words(found.value) : plain(named ?? home);
}

function stateInWords(check: Extract<Check, { type: 'stands' | 'absent' }>, arrangement: Arrangement): Text {
  if (check.type === 'absent') {
    const outcome = outcomeOf(check, arrangement);
    return say('question.absent', {
      outcome: outcome.ok ? actInWords(arrangement, outcome.value) : plain(check.outcome),
      arrangement: arrangement.name,
      at: showWhen(check.at),
    });
  }
  const stated = featuresOf(check, arrangement);
  return say('question.stands', {
    entry: nameOf(arrangement, check.entry),
    arrangement: arrangement.name,
    expect: stated.ok ? stated.value.map(({ expect }) => expect) : plain(check.status),
  });
}

type Asks = Extract<Check, { asked: Asked }>;

function askedInWords(check: Asks, arrangement: Arrangement): Text {
  const { frame, question } = check.asked;
  const shared = { frame: frameInWords(arrangement, frame), expect: expectInWords(check, arrangement) };
  const who = 'who' in question ? nameOf(arrangement, question.who) : 'none';
  switch (question.ask) {
    case 'canAlone':
    case 'canBlock':
    case 'canBypass': {
      const outcome = actInWords(arrangement, question.outcome);
      const asked = say(`question.${question.ask}`, { ...shared, who, outcome });
      const where = check.type === 'extent' ? check.where : undefined;
      if (where === undefined) return asked;
      return say('question.where', { question: asked, where: readingInWords(arrangement, where) });
    }
    case 'needs':
    case 'coalitions':
    case 'blockers':
      return say(`question.${question.ask}`, {
        ...shared,
        outcome: actInWords(arrangement, question.outcome),
      });
    case 'voice':
      return say('question.voice', {
        ...shared,
        who,
        on: nameOf(arrangement, question.on),
        bound: check.type === 'voice' ? say(`bound.${check.expect.bound}`) : plain(''),
      });
    case 'survives':
      return say('question.survives', { ...shared, who, rule: nameOf(arrangement, question.rule ?? '') });
    case 'power':
    case 'pace':
      throw new Error(`INVARIANT: the reader makes no check of ${question.ask}`);
  }
}

function expectInWords(check: Asks, arrangement: Arrangement): Text {
  switch (check.type) {
    case 'extent':
    case 'survives':
      return say(`extent.${check.expect}`);
    case 'sets':
      return groupsInWords(arrangement, check.expect);
    case 'voice':
      return voiceInWords(check.expect);
  }
}

function measureInWords(measure: Measure, home: string, world: World): Text {
  if (measure.type === 'number') return plain(String(measure.value));
  return within(world, home, measure.arrangement, (arrangement) => measureIn(measure, arrangement));
}

function measureIn(measure: Exclude<Measure, { type: 'number' }>, arrangement: Arrangement): Text {
  const name = (id: string | undefined): Text | string =>
    id === undefined ? 'none' : nameOf(arrangement, id);
  switch (measure.type) {
    case 'voice':
      return say('measure.voice', {
        who: name(measure.who),
        on: name(measure.on),
        bound: say(`bound.${measure.bound}`),
        frame: frameInWords(arrangement, measure.frame),
      });
    case 'blocks':
      return say(`measure.blocks.${measure.kind}`, {
        who: name(measure.who),
        frame: frameInWords(arrangement, measure.frame),
      });
    case 'voices':
      return say('measure.voices', {
        who: name(measure.who),
        kind: voiceInWords(measure),
        frame: frameInWords(arrangement, measure.frame),
      });
    case 'events':
      return say('measure.events', {
        arrangement: arrangement.name,
        from: showWhen(measure.from),
        until: showWhen(measure.until),
        kind: measure.kind === undefined ? 'none' : kindInWords(measure.kind),
        who: name(measure.who),
        about: name(measure.about),
      });
    case 'days':
      return say('measure.days', {
        arrangement: arrangement.name,
        first: name(measure.between[0]),
        second: name(measure.between[1]),
      });
  }
}
