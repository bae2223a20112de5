/** Acts, formulas, circumstances and spans of time in words, in every language. */
import type { Outcome } from '../arrangement/act.ts';
import type { Formula } from '../arrangement/formula.ts';
import { entry, type Arrangement } from '../arrangement/model.ts';
import { catalogue, eachLang, plain } from '../text/catalogue.ts';
import type { Text } from '../text/lang.ts';
import { DIRECTOR } from './director.ts';
import type { Circumstance } from './question.ts';
import { universe } from './universe.ts';
import en from './words.en.json' with { type: 'json' };
import ja from './words.ja.json' with { type: 'json' };
import ko from './words.ko.json' with { type: 'json' };

const say = catalogue({ en, ko, ja });

/** The name of an entry, or of the director of exercises; of what has none, its id. */
export function nameOf(arrangement: Arrangement, id: string): Text {
  return entry(arrangement, id)?.name ?? (id === DIRECTOR ? say(DIRECTOR) : plain(id));
}

/** Several texts, one after the other, or joined by "and" or "or"; the empty text when there are none. */
export function joined(texts: readonly Text[], by: 'join' | 'and' | 'or' = 'join'): Text {
  return texts.length === 0 ? plain('') : texts.reduce((left, right) => say(by, { left, right }));
}

/** Where an answer holds: one circumstance or another. */
export function whereInWords(arrangement: Arrangement, where: readonly Circumstance[]): Text {
  return joined(
    where.map((each) => circumstanceInWords(arrangement, each)),
    'or',
  );
}

/** `the decision on nuclear release by the US President`. */
export function actInWords(arrangement: Arrangement, act: Outcome): Text {
  let text = say(`act.${act.kind}`, { on: nameOf(arrangement, act.on) });
  if (act.to !== undefined) {
    const way =
      act.kind === 'inform' || act.kind === 'consult' || act.kind === 'delegate' ? act.kind : 'other';
    text = say(`act.to.${way}`, { act: text, to: nameOf(arrangement, act.to) });
  }
  return act.by === undefined ? text : say('act.by', { act: text, by: nameOf(arrangement, act.by) });
}

/** A player's name; at act level a player is an act sentence. */
export function playerInWords(arrangement: Arrangement, player: string): Text {
  const found = entry(arrangement, player);
  if (found) return found.name;
  const act = universe(arrangement).get(player);
  return act ? actInWords(arrangement, act) : plain(player);
}

export function formulaInWords(arrangement: Arrangement, formula: Formula): Text {
  const all = (of: readonly Formula[]): Text => joined(of.map((each) => formulaInWords(arrangement, each)));
  switch (formula.type) {
    case 'always':
      return say('formula.always');
    case 'never':
      return say('formula.never');
    case 'act':
      return actInWords(arrangement, formula.act);
    case 'silence':
      return say('formula.silence', {
        act: actInWords(arrangement, formula.act),
        within: durationInWords(formula.within),
      });
    case 'condition':
      return say('formula.condition', { name: nameOf(arrangement, formula.condition) });
    case 'reading':
      return say('formula.reading', {
        name: nameOf(arrangement, formula.reading),
        alternative: alternativeName(arrangement, formula.reading, formula.alternative),
      });
    case 'unknown':
      return say('formula.unknown', { name: nameOf(arrangement, formula.unknown) });
    case 'not':
      return say('formula.not', { of: formulaInWords(arrangement, formula.of) });
    case 'allOf':
    case 'anyOf':
      return formula.of.length === 1
        ? all(formula.of)
        : say(`formula.${formula.type}`, { of: all(formula.of) });
    case 'atLeast':
      return say('formula.atLeast', { count: formula.count, of: all(formula.of) });
    case 'weighted': {
      const weighed = formula.of.map(({ weight, of }) =>
        say('formula.weight', { weight, of: formulaInWords(arrangement, of) }),
      );
      return say('formula.weighted', { quota: formula.quota, of: joined(weighed) });
    }
  }
}

export function alternativeName(arrangement: Arrangement, reading: string, alternative: string): Text {
  const found = arrangement.readings.get(reading)?.alternatives.find((each) => each.id === alternative);
  return found?.name ?? plain(alternative);
}

/** Where an answer holds: each reading, unknown and condition that matters. */
export function circumstanceInWords(arrangement: Arrangement, circumstance: Circumstance): Text {
  const readings = Object.entries(circumstance.readings).map(([id, alternative]) =>
    say('where.reading', {
      name: nameOf(arrangement, id),
      alternative: alternativeName(arrangement, id, alternative),
    }),
  );
  const facts = Object.entries({ ...circumstance.unknowns, ...circumstance.conditions }).map(([id, holds]) =>
    say(holds ? 'where.true' : 'where.false', { name: nameOf(arrangement, id) }),
  );
  return readings.length + facts.length === 0
    ? say('where.everywhere')
    : joined([...readings, ...facts], 'and');
}

/** A count of any length with its digits grouped; what messages do with a number keeps 15 digits only. */
export function countInWords(count: bigint): Text {
  return eachLang((lang) => count.toLocaleString(lang));
}

/** A number that has the grammatical number of a count of any length: many counts are one like 1,000. */
export function plurality(count: bigint): number {
  return count < MANY ? Number(count) : Number(MANY);
}

const MANY = 1000n;

const UNITS = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** A span of whole seconds in its two largest units: `1 day 12 hours`. */
export function durationInWords(seconds: number): Text {
  let left = Math.round(seconds);
  const shown: Text[] = [];
  for (const [unit, size] of UNITS) {
    const n = Math.floor(left / size);
    left -= n * size;
    if (n > 0 && shown.length < 2) shown.push(say(`duration.${unit}`, { n }));
  }
  return shown.length === 0
    ? say('duration.none')
    : shown.reduce((left, right) => say('duration.join', { left, right }));
}
