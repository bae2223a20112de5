/** All sections of an arrangement. */
import { z } from 'zod';
import { choice, optional, record, string } from '../../yaml/shape.ts';
import * as actors from './actors.ts';
import type { Section } from './entry.ts';
import * as happenings from './happenings.ts';
import * as rules from './rules.ts';
import { text } from './words.ts';
import * as world from './world.ts';
import type { Arrangement, TABLES } from '../model.ts';

type Tables = {
  [K in (typeof TABLES)[number]]: Arrangement[K] extends ReadonlyMap<string, infer T> ? Section<T> : never;
};

export const SECTIONS: Tables = {
  parties: actors.parties,
  governments: actors.governments,
  offices: actors.offices,
  seats: actors.seats,
  bodies: actors.bodies,
  matters: world.matters,
  conditions: world.conditions,
  readings: world.readings,
  unknowns: world.unknowns,
  instruments: world.instruments,
  powers: rules.powers,
  duties: rules.duties,
  delegations: rules.delegations,
  successions: rules.successions,
  paces: rules.paces,
  events: happenings.events,
  facts: happenings.facts,
};

export const sourceShape = record({
  title: text,
  kind: choice(['seed', 'document', 'news', 'web', 'scholarship']),
  address: optional(string.describe('Where it can be read.')),
});

/** The id of a source: letters, digits, hyphens; it may be upper-case, as the letters of documents are. */
export const sourceKey = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/);
