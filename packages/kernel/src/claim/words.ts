/** The words in which checks are put to people. */
import { EVENT_KINDS, type Arrangement } from '../arrangement/model.ts';
import type { Frame, Players } from '../authority/question.ts';
import { circumstanceInWords, playerInWords } from '../authority/words.ts';
import { catalogue, list, plain } from '../text/catalogue.ts';
import type { Text } from '../text/lang.ts';
import en from './claims.en.json' with { type: 'json' };
import ja from './claims.ja.json' with { type: 'json' };
import ko from './claims.ko.json' with { type: 'json' };

export const say = catalogue({ en, ko, ja });

/** Readings taken in one alternative each. */
export function readingInWords(arrangement: Arrangement, readings: Readonly<Record<string, string>>): Text {
  return circumstanceInWords(arrangement, { readings, unknowns: {}, conditions: {} });
}

/** Where and when something is asked, and what is held fixed. */
export function frameInWords(arrangement: Arrangement, frame: Frame): Text {
  const { at, reading = {}, given = {} } = frame;
  const isFree = Object.keys(reading).length + Object.keys(given).length === 0;
  const fixed = circumstanceInWords(arrangement, { readings: reading, unknowns: {}, conditions: given });
  return say('frame', { arrangement: arrangement.name, at, fixed: isFree ? 'none' : fixed });
}

/** Groups of players: `A and (B and C)`; where there is none, `nobody`. */
export function groupsInWords(arrangement: Arrangement, groups: readonly Players[]): Text {
  if (groups.length === 0) return say('set.nobody');
  return list(
    groups.map((group) => {
      const names = group.map((player) => playerInWords(arrangement, player));
      if (names.length === 0) return say('set.nobody');
      return names.length === 1 ? names[0]! : say('set.together', { players: names });
    }),
  );
}

/** The kind of an event; `nothing` for what has none. */
export function kindInWords(kind: string | undefined): Text {
  if (kind === undefined) return say('stands.nothing');
  const known = EVENT_KINDS.find((each) => each === kind);
  return known === undefined ? plain(kind) : say(`kind.${known}`);
}
