/**
 * Which event a name means. Public events are known everywhere by their name; private ones within the fault tree or component that
 * defines them, and elsewhere by their path (`tree.component.name`). The innermost definition comes first.
 * Source: Open-PSA Model Exchange Format 2.0d, section "Solving name conflicts: public versus private elements".
 */
import type { Place } from '../arrangement/fault.ts';
import { nearest } from '../arrangement/nearest.ts';
import type { Defined } from './define.ts';
import type { MefFault } from './fault.ts';
import type { MefEvent } from './model.ts';

export type Kind = MefEvent['type'];

/** A definition as far as names go. */
interface Named {
  readonly name: string;
  readonly kind: Kind;
  readonly place: Place;
}

export class Scopes {
  readonly #report: (fault: MefFault) => void;
  readonly #named = new Map<Defined, Named>();
  /** Public events by name. */
  readonly #known = new Map<string, Named>();
  /** All events by path. */
  readonly #paths = new Map<string, Named>();
  /** A model that defines no basic event is a qualitative one: its basic events are those that it names. */
  readonly #qualitative: boolean;
  readonly #undeclared = new Map<string, MefEvent>();

  constructor(defined: readonly Defined[], report: (fault: MefFault) => void) {
    this.#report = report;
    this.#qualitative = defined.every(({ element }) => element.name !== 'define-basic-event');
    for (const each of defined) this.#define(each);
  }

  #define(defined: Defined): void {
    const { element, path, isPrivate } = defined;
    const { place } = element;
    const { name } = element.attributes;
    if (!name) {
      return this.#report({
        code: 'missing-attribute',
        place,
        params: { element: element.name, attribute: 'name' },
      });
    }
    const full = [...path, name].join('.');
    const named = {
      name: isPrivate ? full : name,
      kind: element.name.slice('define-'.length) as Kind,
      place,
    };
    const before = this.#paths.get(full) ?? this.#known.get(named.name);
    if (before) {
      return this.#report({
        code: 'duplicate-name',
        place,
        params: { name: named.name, line: before.place.line },
      });
    }
    this.#paths.set(full, named);
    if (!isPrivate) this.#known.set(name, named);
    this.#named.set(defined, named);
  }

  /** The name by which a definition is known everywhere; `undefined` where it is in fault. */
  nameOf(defined: Defined): string | undefined {
    return this.#named.get(defined)?.name;
  }

  /** The event that a name means in a container. `wanted` is the kind it is referred to as; `event` means any. */
  resolve(name: string, wanted: Kind | 'event', path: readonly string[], place: Place): string | undefined {
    const found = this.#find(name, path);
    if (!found) {
      if (this.#qualitative && wanted === 'basic-event') {
        this.#undeclared.set(name, { type: 'basic-event', name, place });
        return name;
      }
      const near = nearest(name, this.#known.keys());
      const hint = near === undefined ? {} : { nearest: near };
      this.#report({ code: 'unknown-name', place, params: { name }, ...hint });
      return undefined;
    }
    if (wanted !== 'event' && wanted !== found.kind) {
      this.#report({ code: 'wrong-kind', place, params: { name, found: found.kind, wanted } });
      return undefined;
    }
    return found.name;
  }

  #find(name: string, path: readonly string[]): Named | undefined {
    for (let depth = path.length; depth > 0; depth--) {
      const found = this.#paths.get([...path.slice(0, depth), name].join('.'));
      if (found) return found;
    }
    return this.#known.get(name) ?? this.#paths.get(name);
  }

  /** The basic events that a qualitative model names. */
  undeclared(): Iterable<MefEvent> {
    return this.#undeclared.values();
  }
}
