/**
 * Runs the pages that teach by example: a page has to be what comes out. `npx vitest run docs -u` writes the outputs of today into it; read
 * the difference before you keep it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blocksOf, replay } from './testing/page.ts';

test.each(['language.md', 'exercise.md'])('every example of %s does what the page says', async (name) => {
  const path = join(import.meta.dirname, name);
  const page = readFileSync(path, 'utf8');
  expect(page.match(/^```/gm), 'fences of blocks that are run').toHaveLength(2 * blocksOf(page).length);
  await expect(await replay(page)).toMatchFileSnapshot(path);
});
