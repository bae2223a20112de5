/** Reads the claims of an arrangement: `claims.yaml` and what it includes. */
import { z } from 'zod';
import type { Place, Result } from '../arrangement/fault.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { citations } from '../arrangement/read/parts.ts';
import { allFaults, collector, load, result, type Files } from '../arrangement/read/files.ts';
import { scopeOf } from '../arrangement/read/scope.ts';
import { text } from '../arrangement/read/words.ts';
import { choice, isTable, list, readFields, unknownKey, type Report } from '../yaml/shape.ts';
import { placeOf, type Pair, type Table } from '../yaml/tree.ts';
import { CLAIM_KINDS, CLAIM_MARKS, type Claim } from './model.ts';
import { check } from './read-check.ts';
import type { ClaimReader } from './read-frame.ts';

export const claimFields = {
  kind: choice(CLAIM_KINDS).describe('What it is about.'),
  mark: choice(CLAIM_MARKS).describe('How the document itself puts it.'),
  says: text,
  source: citations,
  checks: list(check).describe('What decides whether it holds; all of them have to.'),
};

/** The id of a claim: the row of a document, such as `W32`. */
export const claimKey = z.string().regex(/^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/);

/**
 * Reads claims against the arrangement that they belong to (`home`) and others by id, which a check may name. All faults are
 * reported, by file and place.
 */
export function readClaims(
  path: string,
  files: Files,
  home: Arrangement,
  others: ReadonlyMap<string, Arrangement>,
): Result<readonly Claim[]> {
  const loaded = load(path, files);
  const { faults, report } = collector();
  const reader: ClaimReader = {
    report,
    scope: scopeOf(home),
    arrangements: new Map([...others, [home.id, home] as const].map(([id, each]) => [id, scopeOf(each)])),
  };
  const claims = pairsOf(loaded.files, report).flatMap((pair) => readClaim(pair, reader) ?? []);
  return result(claims, allFaults(loaded, faults));
}

function readClaim(pair: Pair, reader: ClaimReader): Claim | undefined {
  const place = placeOf(pair.key);
  const read = readFields(claimFields, pair.value, reader, place) as
    | z.output<z.ZodObject<typeof claimFields>>
    | undefined;
  if (!read) return undefined;
  const { source, ...rest } = read;
  return { id: pair.key.text, ...rest, sources: source, place };
}

/** Every claim of every file, in order. */
function pairsOf(files: readonly Table[], report: Report): Pair[] {
  const first = new Map<string, Place>();
  return files.flatMap((file) =>
    file.pairs.flatMap(({ key, value }) => {
      if (key.text === 'include') return [];
      if (key.text !== 'claims')
        return unknownKey(key.text, placeOf(key), ['include', 'claims'], { report }) ?? [];
      if (!isTable(value, { report })) return [];
      return value.pairs.filter((pair) => {
        const id = pair.key.text;
        const place = placeOf(pair.key);
        const other = first.get(id);
        if (!claimKey.safeParse(id).success) report('bad-id', place, { id });
        else if (other) report('duplicate-id', place, { id, file: other.file, line: other.line });
        else first.set(id, place);
        return first.get(id) === place;
      });
    }),
  );
}
