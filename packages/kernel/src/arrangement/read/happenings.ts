/** The sections of events and facts. */
import { choice, list, optional } from '../../yaml/shape.ts';
import { EVENT_KINDS, type Fact, type Happening } from '../model.ts';
import { checkRepeats, section } from './entry.ts';
import { reference, subject, text } from './words.ts';

const involved = {
  who: optional(
    list(reference('participant')).describe('Parties, governments, offices, bodies that take part.'),
  ),
  about: optional(list(subject).describe('Entries that it is about, brings about or ends.')),
};

export const events = section(
  {
    kind: choice(EVENT_KINDS),
    ...involved,
    after: optional(list(reference('event')).describe('Events that came before it.')),
  },
  ({ entry, fields: { who = [], about = [], after = [], kind }, node, reader }): Happening | undefined => {
    const sound = checkRepeats(who, node, 'who', reader) && checkRepeats(about, node, 'about', reader);
    if (entry.from) return sound ? { type: 'event', ...entry, kind, who, about, after } : undefined;
    reader.report('missing-key', entry.place, { key: 'from' });
    return undefined;
  },
);

export const facts = section(
  { by: optional(text.describe('Who asserts it.')), ...involved },
  ({ entry, fields: { who = [], about = [], ...fields } }): Fact => ({
    type: 'fact',
    ...entry,
    ...fields,
    who,
    about,
  }),
);
