/** The shipped arrangements and their claims, for tests. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readArrangement, readClaims, type Arrangement, type Claim, type Result } from '@foedus/kernel';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['rok-us', 'nato', 'examples/unsc', 'examples/eec-1958', 'examples/tutorial-two-party'];

function files(path: string): Uint8Array | undefined {
  return existsSync(HERE + path) ? readFileSync(HERE + path) : undefined;
}

function read<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.faults, null, 1));
  return result.value;
}

export const arrangements: ReadonlyMap<string, Arrangement> = new Map(
  FOLDERS.map((folder) => read(readArrangement(`${folder}/arrangement.yaml`, files))).map((each) => [
    each.id,
    each,
  ]),
);

/** Every claim with the arrangement that it belongs to. */
export const claims: readonly { readonly home: string; readonly claim: Claim }[] = [
  ...arrangements.values(),
].flatMap((home, index) =>
  read(readClaims(`${FOLDERS[index]}/claims.yaml`, files, home, arrangements)).map((claim) => ({
    home: home.id,
    claim,
  })),
);
