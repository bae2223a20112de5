/** The work that the worker does. Pure but for the arrangements it keeps, so it runs in a test as it does beside a page. */
import {
  changes,
  checkClaim,
  compare,
  readArrangement,
  readClaims,
  voices,
  type Arrangement,
  type MatterComparison,
} from '@foedus/kernel';
import { continuityOf, controls, procedureOf } from './control.ts';
import { placeMap } from '@foedus/kernel/drawing';
import type { AskOf, Claims, Files, Or, ReplyOf, Standing, TaskName } from './tasks.ts';

const ROOT = 'arrangement.yaml';
const CLAIMS = 'claims.yaml';

interface Kept {
  readonly arrangement: Arrangement;
  readonly files: Files;
  readonly draft: boolean;
}

export class Desk {
  readonly #kept = new Map<string, Kept>();
  readonly #tasks: { readonly [N in TaskName]: (ask: AskOf<N>) => ReplyOf<N> } = {
    read: ({ key, files, replaces }) => {
      const read = readArrangement(ROOT, (path) => files[path]);
      if (!read.ok) return read;
      if (replaces !== undefined) this.#forget(replaces);
      this.#kept.set(key, { arrangement: read.value, files, draft: replaces !== undefined });
      return read;
    },
    voices: ({ left, right }) => this.#voices(left, right),
    changes: ({ key, from, to }) => changes(this.#arrangement(key), from, to),
    control: ({ key, frame, effect }) => controls(this.#arrangement(key), frame, effect),
    continuity: ({ key, frame }) => continuityOf(this.#arrangement(key), frame),
    procedure: ({ key, frame, outcome, effect }) =>
      procedureOf(this.#arrangement(key), frame, outcome, effect),
    layout: ({ boxes, lines }) => placeMap(boxes, lines),
    claims: ({ key }) => this.#claims(key),
  };

  do<N extends TaskName>(task: N, ask: AskOf<N>): ReplyOf<N> {
    return this.#tasks[task](ask);
  }

  /** Lets go of all drafts but the last: what was asked about it may still be on its way. */
  #forget(beginning: string): void {
    const drafts = [...this.#kept.keys()].filter((key) => key.startsWith(beginning));
    for (const key of drafts.slice(0, -1)) this.#kept.delete(key);
  }

  #of(key: string): Kept {
    const found = this.#kept.get(key);
    if (!found) throw new Error(`asked about ${key} before it was read`);
    return found;
  }

  #arrangement(key: string): Arrangement {
    return this.#of(key).arrangement;
  }

  #voices(left: Standing, right: Standing | undefined): Or<readonly MatterComparison[]> {
    const arrangement = this.#arrangement(left.key);
    if (right) return compare(arrangement, left.frame, this.#arrangement(right.key), right.frame);
    const rows: MatterComparison[] = [];
    for (const matter of arrangement.matters.keys()) {
      const found = voices(arrangement, left.frame, matter);
      if (!found.ok) return found;
      rows.push({ matter, left: found.value, right: null });
    }
    return { ok: true, value: rows };
  }

  #claims(key: string): Claims {
    const { arrangement, files } = this.#of(key);
    if (files[CLAIMS] === undefined) return { ok: true, value: [] };
    const originals = [...this.#kept.values()].filter(({ draft }) => !draft);
    const others = new Map(originals.map((kept) => [kept.arrangement.id, kept.arrangement]));
    const read = readClaims(CLAIMS, (path) => files[path], arrangement, others);
    if (!read.ok) return read;
    // A draft stands in for the arrangement that it is a copy of.
    const world = { arrangements: others.set(arrangement.id, arrangement) };
    return { ok: true, value: read.value.map((claim) => checkClaim(claim, arrangement.id, world)) };
  }
}
