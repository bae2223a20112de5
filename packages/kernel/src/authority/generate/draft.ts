/** Writes an arrangement part by part. What every entry has besides what matters (names, status, sources) is filled in. */
import { splitAct, type Act } from '../../arrangement/act.ts';
import { ALWAYS, type Duration, type Formula } from '../../arrangement/formula.ts';
import type {
  Arrangement,
  Body,
  Case,
  Condition,
  Delegation,
  Duty,
  Entry,
  Office,
  Pace,
  Party,
  Power,
  Reading,
  Seat,
  Way,
} from '../../arrangement/model.ts';
import { plain } from '../../text/catalogue.ts';

/** The one matter of a generated arrangement. */
export const MATTER = 'common-defence';

const PLACE = { file: 'generated', line: 1, column: 1 };

/** An act from its sentence without the matter: `concur by envoy-3`. */
export function act(sentence: string): Act {
  return splitAct(`${sentence} on ${MATTER}`) as Act;
}

/** An act as a formula: it holds when the act is done. */
export function done(sentence: string): Formula {
  return { type: 'act', act: act(sentence), place: PLACE };
}

export function whenever(condition: string): Formula {
  return { type: 'condition', condition, place: PLACE };
}

export function read(reading: string, alternative: string): Formula {
  return { type: 'reading', reading, alternative, place: PLACE };
}

function entry(id: string): Entry {
  return { id, name: plain(id), status: 'inferred', sources: [{ source: 'generator' }], place: PLACE };
}

/** Growing tables of an arrangement. */
export class Draft {
  readonly #parties = new Map<string, Party>();
  readonly #offices = new Map<string, Office>();
  readonly #seats = new Map<string, Seat>();
  readonly #bodies = new Map<string, Body>();
  readonly #conditions = new Map<string, Condition>();
  readonly #readings = new Map<string, Reading>();
  readonly #powers = new Map<string, Power>();
  readonly #duties = new Map<string, Duty>();
  readonly #delegations = new Map<string, Delegation>();
  readonly #paces = new Map<string, Pace>();

  /** How many offices there are so far. */
  get offices(): number {
    return this.#offices.size;
  }

  party(id: string): string {
    this.#parties.set(id, { ...entry(id), type: 'party' });
    return id;
  }

  office(id: string, party: string): string {
    this.#offices.set(id, { ...entry(id), type: 'office', answersTo: { type: 'party', party } });
    return id;
  }

  seat(id: string, offices: readonly string[]): void {
    this.#seats.set(id, { ...entry(id), type: 'seat', offices, holders: [] });
  }

  body(id: string, members: readonly string[], way: Way): string {
    this.#bodies.set(id, { ...entry(id), type: 'body', members, way });
    return id;
  }

  condition(id: string): void {
    this.#conditions.set(id, { ...entry(id), type: 'condition', declaredBy: [] });
  }

  reading(id: string, alternatives: readonly string[]): void {
    const named = alternatives.map((each) => ({ id: each, name: plain(each), sources: [] }));
    this.#readings.set(id, { ...entry(id), type: 'reading', alternatives: named });
  }

  power(
    id: string,
    sentence: string,
    rules: Partial<Pick<Power, 'valid' | 'proper' | 'inForce' | 'revocableBy'>> = {},
  ): void {
    const open = { valid: ALWAYS, proper: ALWAYS, inForce: ALWAYS };
    this.#powers.set(id, { ...entry(id), type: 'power', act: act(sentence), ...open, ...rules });
  }

  duty(id: string, sentence: string, cases: readonly Omit<Case, 'place'>[]): void {
    const placed = cases.map((each) => ({ ...each, place: PLACE }));
    this.#duties.set(id, { ...entry(id), type: 'duty', time: 'before', act: act(sentence), cases: placed });
  }

  delegation(id: string, sentence: string, to: string): void {
    this.#delegations.set(id, { ...entry(id), type: 'delegation', act: act(sentence), to, when: ALWAYS });
  }

  /** How many seconds an act takes: at least so many, most likely twice, at most four times as many. */
  pace(id: string, sentence: string, least: number): void {
    const [likely, most] = [2 * least, 4 * least] as Duration[];
    this.#paces.set(id, {
      ...entry(id),
      type: 'pace',
      act: act(sentence),
      least: least as Duration,
      likely: likely!,
      most: most!,
      assumed: true,
    });
  }

  arrangement(id: string): Arrangement {
    const source = { id: 'generator', title: plain('generator'), kind: 'scholarship', place: PLACE } as const;
    return {
      id,
      name: plain(id),
      summary: plain(id),
      sources: new Map([[source.id, source]]),
      parties: this.#parties,
      governments: new Map(),
      offices: this.#offices,
      seats: this.#seats,
      bodies: this.#bodies,
      matters: new Map([[MATTER, { ...entry(MATTER), type: 'matter' }]]),
      conditions: this.#conditions,
      readings: this.#readings,
      unknowns: new Map(),
      instruments: new Map(),
      powers: this.#powers,
      duties: this.#duties,
      delegations: this.#delegations,
      successions: new Map(),
      paces: this.#paces,
      events: new Map(),
      facts: new Map(),
    };
  }
}
