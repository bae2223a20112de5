import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tarBytes, tarFiles } from './tar.ts';

const name = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,39}$/);
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const files = fc
  .dictionary(path, fc.uint8Array({ maxLength: 2000 }))
  .map((all) => new Map(Object.entries(all)));

test('what goes in comes out', () => {
  fc.assert(
    fc.property(files, (all) => {
      expect(tarFiles(tarBytes(all))).toEqual(all);
    }),
  );
});

test('an archive that is cut off or damaged is none', () => {
  const archive = tarBytes(new Map([['a', new Uint8Array(700).fill(7)]]));
  expect(tarFiles(archive.subarray(0, 600))).toBeUndefined();
  expect(tarFiles(archive.with(0, 98))).toBeUndefined();
});

test('tar itself unpacks it, long paths too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foedus-tar-'));
  const long = `${'folder-with-a-name/'.repeat(7)}file.txt`;
  writeFileSync(join(folder, 'a.tar'), tarBytes(new Map([[long, new TextEncoder().encode('text')]])));
  execFileSync('tar', ['-xf', 'a.tar'], { cwd: folder });
  expect(readFileSync(join(folder, long), 'utf8')).toBe('text');
  rmSync(folder, { recursive: true });
});
