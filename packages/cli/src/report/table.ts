/** Tables of the page: a caption, a row of headings, and rows that each begin with one. */
import type { Text } from '@foedus/kernel';
import { markup, type Content, type Html } from './markup.ts';

/** A table that scrolls by itself where the screen is narrower. `body` is its rows. */
export function table(caption: Text, heads: readonly Content[], body: readonly Html[], style = ''): Html {
  const headings = heads.map((head) => markup`<th scope="col">${head}</th>`);
  return framed(caption, markup`<tr>${headings}</tr>`, body, style);
}

/** As `table`, with rows of headings of its own. */
export function framed(caption: Text, head: Html, body: readonly Html[], style: string): Html {
  return markup`<div class="wide"><table class="${style}"><caption>${caption}</caption>
<thead>${head}</thead>
<tbody>${body}</tbody></table></div>`;
}

export function row(head: Content, cells: readonly Html[]): Html {
  return markup`<tr><th scope="row">${head}</th>${cells}</tr>
`;
}

export function cell(content: Content, style = ''): Html {
  return style === '' ? markup`<td>${content}</td>` : markup`<td class="${style}">${content}</td>`;
}
