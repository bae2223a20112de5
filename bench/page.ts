/** A page of measurements in sections, each of which another program writes. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Puts a section into `docs/<page>.md`: in the place of the one with that heading, or after the others. */
export function writeSection(page: string, title: string, heading: string, body: string): void {
  const file = new URL(`../docs/${page}.md`, import.meta.url);
  const [, ...before] = existsSync(file) ? readFileSync(file, 'utf8').split(/^## /m) : [];
  const sections = new Map(before.map((each) => [each.slice(0, each.indexOf('\n')), each.trimEnd()]));
  sections.set(heading, `${heading}\n\n${body}`);
  const text = [`# ${title}`, ...[...sections.values()].map((each) => `## ${each}`)].join('\n\n');
  writeFileSync(file, `${text}\n`);
  console.log(`written to docs/${page}.md`);
}

/** A table in Markdown; the first row is its head. */
export function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
