/** What names mean while a file is read: which ids there are, in which section, and what they have within. */
import type { Arrangement } from '../model.ts';
import { TABLES } from '../model.ts';

export type Section = (typeof TABLES)[number];

export interface Scope {
  /** The section of each id. */
  readonly sections: ReadonlyMap<string, Section>;
  readonly sources: ReadonlySet<string>;
  /** The alternatives of each reading and the clauses of each instrument. */
  readonly within: ReadonlyMap<string, readonly string[]>;
}

/** The ids of some sections, in the order of the file. */
export function idsOf(scope: Scope, sections: readonly Section[]): string[] {
  return [...scope.sections].filter(([, section]) => sections.includes(section)).map(([id]) => id);
}

/** The names in an arrangement that has been read. */
export function scopeOf(arrangement: Arrangement): Scope {
  return {
    sections: new Map(TABLES.flatMap((table) => [...arrangement[table].keys()].map((id) => [id, table]))),
    sources: new Set(arrangement.sources.keys()),
    within: new Map([
      ...[...arrangement.readings.values()].map((each) => [each.id, each.alternatives.map(idOf)] as const),
      ...[...arrangement.instruments.values()].map((each) => [each.id, each.clauses.map(idOf)] as const),
    ]),
  };
}

function idOf(each: { readonly id: string }): string {
  return each.id;
}
