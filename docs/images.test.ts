/** Pictures can not go stale unseen: what the documents show, what lies in the folder and what `npm run images` makes is the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pictureFiles } from '../tools/pictures.ts';

const DOCS = new URL('./', import.meta.url);
const made = pictureFiles().toSorted();

function named(file: URL): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/\(((?:docs\/)?images\/[^)]+)\)/g)].map(([, path]) =>
    path!.split('/').at(-1)!,
  );
}

test('every picture in the folder is made by the script, and every one that it makes is there', () => {
  expect(readdirSync(new URL('images/', DOCS)).toSorted()).toEqual(made);
});

test('every picture is shown in a document, and every one that is shown is made', () => {
  const pages = readdirSync(DOCS).filter((name) => name.endsWith('.md'));
  const files = [new URL('../README.md', DOCS), ...pages.map((name) => new URL(name, DOCS))];
  expect([...new Set(files.flatMap(named))].toSorted()).toEqual(made);
});
