/** Programs that are not ours verify our logs: Go's golang.org/x/mod/sumdb, as Debian packages it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { base64 } from './bytes.ts';
import { verifierKey, type NoteVerifier } from './key.ts';
import { headOf } from './log.ts';
import { Party, sure } from './testing/fixture.ts';
import { verifyLog } from './verify.ts';

const env = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode' };
const present = spawnSync('go', ['list', 'golang.org/x/mod/sumdb/tlog'], { env }).status === 0;

describe.skipIf(!present)('Go’s sumdb/note and sumdb/tlog', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foedus-go-'));
  const program = join(folder, 'verify');
  const key = ({ name, publicKey }: NoteVerifier): string => verifierKey(name, publicKey);

  beforeAll(() => {
    const source = fileURLToPath(new URL('testing/verify.go', import.meta.url));
    execFileSync('go', ['build', '-o', program, source], { env });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(name: string, party: Party, older: Uint8Array) {
    const path = join(folder, name);
    for (const [file, bytes] of [...party.files, ['older', older] as const]) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), bytes);
    }
    const args = [path, key(party.node.verifier), key(party.officer.verifier), join(path, 'older')];
    const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    return { lines: stdout.trimEnd().split('\n'), stderr };
  }

  test.each([
    [1, 1],
    [7, 3],
    [256, 255],
    [300, 256],
    [700, 511],
  ])(
    'verify a log of %d entries, each of them in it, and that it continues the one of %d',
    async (size, older) => {
      const party = new Party('rok', 1).grow(older);
      const before = party.files.get('checkpoint')!;
      party.grow(size - older, 100);
      const { lines, stderr } = run(`${size}`, party, before);
      expect(stderr).toBe('');
      const { tree } = sure(await verifyLog(party.reader, party.trust));
      expect(lines).toEqual([
        `verified ${size} ${base64(headOf(party.log).root)}`,
        ...tree.consistency(older, size).map(base64),
      ]);
    },
  );

  test('refuse a checkpoint of a fork, and a changed entry', () => {
    const party = new Party('rok', 1).grow(20);
    const fork = new Party('rok', 1).append(new Party('rok', 1).seal(9)).files.get('checkpoint')!;
    expect(run('fork', party, fork).stderr).not.toBe('');
    const bundle = party.files.get('tile/entries/000.p/20')!;
    party.files.set('tile/entries/000.p/20', bundle.with(50, bundle[50]! ^ 1));
    expect(run('changed', party, party.files.get('checkpoint')!).stderr).not.toBe('');
  });
});
