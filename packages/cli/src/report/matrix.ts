/** The matrix of voice by party and matter, beside that of another arrangement. */
import { list, nameOf, type Arrangement, type MatterComparison, type PartyVoice } from '@foedus/kernel';
import { columnsOf, sameVoice, type Column } from '@foedus/kernel/drawing';
import { say } from '../messages.ts';
import { voiceInWords } from '../output/voice.ts';
import { markup, type Content, type Html } from './markup.ts';
import type { Report } from './model.ts';
import { cell, framed, row } from './table.ts';
import { word } from './words.ts';

function voice(voices: readonly PartyVoice[] | null, column: Column): Html {
  const found = voices?.find((each) => each.party === column.parties[0]);
  if (!found) return cell(markup`<span class="unseen">${word('not-a-matter-short')}</span>`, 'absent');
  const { most, least, rank } = found;
  const lower = sameVoice(least, most)
    ? undefined
    : markup`<small>${word('at-least', { voice: voiceInWords(least) })}</small>`;
  return cell(
    markup`${voiceInWords(most)}${lower}`,
    `r${rank}${most.firmness === 'needed' ? ' needed' : ''}`,
  );
}

/** How the parties that are on the left only stand against those on the right only: by the rank of their voice. */
function comparison(row: MatterComparison): Content {
  if (!row.left || !row.right) return undefined;
  const only = (voices: readonly PartyVoice[], others: readonly PartyVoice[]): number[] =>
    voices.filter((voice) => !others.some((other) => other.party === voice.party)).map((voice) => voice.rank);
  const left = only(row.left, row.right);
  const right = only(row.right, row.left);
  if (left.length === 0 || right.length === 0) return undefined;
  const [mine, least, most] = [Math.max(...left), Math.min(...right), Math.max(...right)];
  if (mine > most) return markup`<span class="above">▲</span> ${word('above-all')}`;
  if (mine === most)
    return markup`<span class="level">●</span> ${word(mine === 0 ? 'none-either' : 'as-the-highest')}`;
  return markup`<span class="below">▼</span> ${word(mine < least ? 'below-all' : 'below-the-highest')}`;
}

/** `Republic of Korea, beside the allies there`: whom the comparison is between. */
function comparisonHead(left: Arrangement, right: Arrangement): Html {
  const own = [...left.parties.values()].filter((party) => !right.parties.has(party.id));
  return markup`${word('difference', { party: list(own.map((party) => party.name)) })}`;
}

function heads(of: Arrangement, columns: readonly Column[]): Html[] {
  return columns.map(
    ({ parties }) => markup`<th scope="col">${list(parties.map((party) => nameOf(of, party)))}</th>`,
  );
}

function group(of: Arrangement, columns: readonly Column[]): Html {
  return markup`<th colspan="${columns.length}" scope="colgroup">${of.name}</th>`;
}

export function matrix({ arrangement, other, voices }: Report): Html {
  const left = columnsOf('left', arrangement, voices);
  const right = other ? columnsOf('right', other, voices) : [];
  const shown = voices.filter((each) => each.left !== null);
  const beside = other
    ? markup`<th rowspan="2" scope="col">${comparisonHead(arrangement, other)}</th>`
    : undefined;
  const groups = markup`${group(arrangement, left)}${other ? group(other, right) : undefined}${beside}`;
  const names = markup`${heads(arrangement, left)}${other ? heads(other, right) : undefined}`;
  const head = markup`<tr><th rowspan="2" scope="col">${word('matter')}</th>${groups}</tr><tr>${names}</tr>`;
  const rows = shown.map((each) =>
    row(nameOf(arrangement, each.matter), [
      ...left.map((column) => voice(each.left, column)),
      ...right.map((column) => voice(each.right, column)),
      ...(other ? [cell(comparison(each), 'difference')] : []),
    ]),
  );
  const caption = other
    ? word('matrix-caption', { name: arrangement.name, other: other.name })
    : word('matrix-caption-alone', { name: arrangement.name });
  const note = markup`<p class="note">${word('matrix-note', { none: say('voice-none') })}</p>`;
  return markup`${framed(caption, head, rows, 'matrix')}${note}`;
}
