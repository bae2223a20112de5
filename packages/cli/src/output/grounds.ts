/** Rules and their sources for a terminal. */
import { eachLang, plain, type Arrangement, type Citation, type Ground, type Text } from '@foedus/kernel';
import { say } from '../messages.ts';
import type { Shell } from '../shell.ts';
import { printHeading, printLabelled, printText } from './lines.ts';

/** `A newspaper's report (A), A3: “指針などとして制度化”`. */
export function citationInWords(arrangement: Arrangement, citation: Citation): Text {
  const title = arrangement.sources.get(citation.source)?.title ?? plain(citation.source);
  const at = citation.at === undefined ? '' : `, ${citation.at}`;
  const quote = citation.quote === undefined ? '' : `: “${citation.quote}”`;
  return eachLang((lang) => `${title[lang]} (${citation.source})${at}${quote}`);
}

/** `W41: “のは所有者たる米国である”`: a place that begins with its source's id names both. */
function brief({ source, at, quote }: Citation): string {
  const place = at === undefined ? source : at.startsWith(source) ? at : `${source}, ${at}`;
  return quote === undefined ? place : `${place}: “${quote}”`;
}

/** The rules that an answer rests on, each with its status and its sources, and what those sources are. */
export function printGrounds(shell: Shell, arrangement: Arrangement, grounds: readonly Ground[]): void {
  if (grounds.length === 0) return;
  const { out, lang } = shell;
  printHeading(shell, say('rests-on')[lang]);
  for (const ground of grounds) {
    const tail = out.style('dim', `${ground.rule} · ${say(`status-${ground.status}`)[lang]}`);
    printText(shell, `${ground.name[lang]}  ${tail}`, 2);
    for (const citation of ground.sources) printText(shell, out.style('dim', brief(citation)), 4);
  }
  printHeading(shell, say('sources')[lang]);
  const sources = new Set(grounds.flatMap((ground) => ground.sources.map((each) => each.source)));
  printLabelled(
    shell,
    [...sources].map((id) => [id, arrangement.sources.get(id)?.title[lang] ?? '']),
  );
}
