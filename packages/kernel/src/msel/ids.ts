/** Names in lists, and ids in scenarios: a name keeps the same id, and no id stands for two names. */
import type { Lang } from '../text/lang.ts';
import type { Wording } from '../exercise/scenario/model.ts';

/** Lower-case words joined by hyphens; empty where no letter of the name is one of ASCII's. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 48)
    .replace(/-$/, '');
}

/** Gives ids to names. */
export class Ids {
  readonly #of = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #made = new Map<string, string>();
  readonly #kind: string;
  readonly #said: ReadonlyMap<string, string>;
  readonly #isFree: (id: string, name: string) => boolean;

  /**
   * `known`: ids that are there, with the names that mean them. `said`: ids that names are to have. `isAllowed`: whether a name may be given
   * an id; one that is itself a name in the list would be taken for that.
   */
  constructor(
    kind: string,
    known: Iterable<readonly [id: string, names: readonly string[]]>,
    said: ReadonlyMap<string, string> = new Map(),
    isAllowed: (id: string, name: string) => boolean = () => true,
  ) {
    this.#kind = kind;
    this.#said = said;
    this.#isFree = (id, name) => isAllowed(id, name) && !this.#taken.has(id);
    const list = [...known];
    for (const [id] of list) {
      this.#taken.add(id);
      this.#of.set(id, id);
    }
    for (const [id, names] of list) for (const name of names) if (!this.#of.has(name)) this.#of.set(name, id);
  }

  give(name: string): string {
    const known = this.#of.get(name);
    if (known !== undefined) return known;
    const id = this.#said.get(name) ?? this.#free(slug(name) || this.#kind, name);
    this.#of.set(name, id);
    if (this.#taken.has(id)) return id;
    this.#taken.add(id);
    this.#made.set(id, name);
    return id;
  }

  #free(stem: string, name: string): string {
    let id = stem;
    for (let count = 2; !this.#isFree(id, name); count += 1) id = `${stem}-${count}`;
    return id;
  }

  /** What had no id before, by the ids that it was given. */
  get made(): ReadonlyMap<string, string> {
    return this.#made;
  }
}

/** The name by which a list calls something: its own, where no other has the same; else its id. */
export function namesOf(
  entries: Iterable<{ readonly id: string; readonly name: Wording }>,
  lang: Lang,
): ReadonlyMap<string, string> {
  const list = [...entries];
  const ids = new Set(list.map(({ id }) => id));
  const count = new Map<string, number>();
  for (const { name } of list)
    for (const each of new Set(Object.values(name))) count.set(each, (count.get(each) ?? 0) + 1);
  return new Map(
    list.map(({ id, name }) => {
      const own = name[lang] ?? name.en ?? name.ko ?? name.ja ?? id;
      const plain = own === own.trim() && !own.includes('\n');
      return [id, plain && count.get(own) === 1 && !ids.has(own) ? own : id];
    }),
  );
}
