import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openSqlite } from './sqlite.ts';
import { contract } from './testing/contract.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foedus-store-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

contract('SQLite', () => openSqlite(mkdtempSync(join(folder, 'data-'))));
