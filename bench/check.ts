/** How long it takes, after start-up, to read both arrangements and to answer every claim about them. */
import { readFileSync } from 'node:fs';
import {
  checkClaim,
  readArrangement,
  readClaims,
  type Arrangement,
  type Files,
  type Result,
} from '@foedus/kernel';
import { measure, report } from './measure.ts';

const HOMES = ['rok-us', 'nato'];
const texts = new Map<string, Buffer>();
const files: Files = (path) => {
  const known = texts.get(path);
  if (known) return known;
  const text = readFileSync(new URL(`../arrangements/${path}`, import.meta.url));
  texts.set(path, text);
  return text;
};

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.faults[0]));
  return result.value;
}

function load(): ReadonlyMap<string, Arrangement> {
  return new Map(HOMES.map((id) => [id, must(readArrangement(`${id}/arrangement.yaml`, files))]));
}

/** Answers every claim; gives how many hold. */
function answer(arrangements: ReadonlyMap<string, Arrangement>): number {
  return [...arrangements.values()]
    .flatMap((home) =>
      must(readClaims(`${home.id}/claims.yaml`, files, home, arrangements)).map((claim) =>
        checkClaim(claim, home.id, { arrangements }),
      ),
    )
    .filter((result) => result.holds).length;
}

const loaded = load();
report(`Load both arrangements and answer every claim: ${answer(loaded)} hold`, [
  { what: 'the first time', goal: 300, of: measure(1, 0, () => answer(load())) },
  { what: 'load and answer', goal: 300, of: measure(15, 3, () => answer(load())) },
  { what: 'load only', of: measure(15, 3, load) },
]);
