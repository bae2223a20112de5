/** A document as one page of HTML that needs nothing else: for printing, with its marking on every sheet. */
import type { Block, Content } from './content.ts';

const STYLE = `
@page { size: A4; margin: 22mm 18mm; }
* { box-sizing: border-box; }
body { font: 10pt/1.45 Calibri, Carlito, 'Noto Sans', 'Noto Sans CJK KR', 'Noto Sans CJK JP', 'Malgun Gothic', 'Yu Gothic', sans-serif; color: #1b1f24; margin: 0; }
body:lang(ja) { font-family: Calibri, Carlito, 'Noto Sans', 'Noto Sans CJK JP', 'Yu Gothic', sans-serif; }
h1, h2, h3 { color: #1f3a5f; break-after: avoid; line-height: 1.25; }
h1 { font-size: 15pt; margin: 18pt 0 6pt; } h2 { font-size: 12.5pt; margin: 14pt 0 5pt; } h3 { font-size: 10.5pt; margin: 10pt 0 4pt; }
.title { font-size: 20pt; font-weight: 700; color: #1f3a5f; margin: 0; } .subtitle { font-size: 14pt; margin: 2pt 0 12pt; }
table { border-collapse: collapse; width: calc(100% - 1pt); margin: 0 0 10pt; font-size: 9pt; table-layout: fixed; }
caption { text-align: left; font-weight: 700; padding: 6pt 0 3pt; break-after: avoid; }
th, td { border: 0.5pt solid #bfc7d1; padding: 2.5pt 4pt; text-align: left; vertical-align: top; white-space: pre-line; overflow-wrap: anywhere; }
th { background: #e6ebf2; } thead { display: table-header-group; } tr { break-inside: avoid; } tbody tr:first-child { break-before: avoid; }
.break { break-before: page; } p { margin: 0 0 6pt; white-space: pre-line; }
`;

/** The marking stands in the margins of every page (CSS Paged Media), where no text comes. */
export function toHtml({ blocks, lang, marking, subtitle, title }: Content): string {
  const mark = `content: '${marking.replaceAll(/['\\]/g, '')}'; color: #b00020; font-weight: 700; font-size: 10pt;`;
  const pages = `@page { @top-center { ${mark} } @bottom-center { ${mark} } @bottom-right { content: counter(page) ' / ' counter(pages); font-size: 8pt; } }`;
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(`${title} – ${subtitle}`)}</title><style>${STYLE}${pages}</style></head>
<body><p class="title">${escape(title)}</p><p class="subtitle">${escape(subtitle)}</p>
${blocks.map(show).join('\n')}
</body></html>
`;
}

function show(block: Block): string {
  switch (block.of) {
    case 'heading':
      return `<h${block.level}>${escape(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${block.strong ? `<strong>${escape(block.text)}</strong>` : escape(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
    case 'page-break':
      return '<div class="break"></div>';
    case 'table': {
      const { caption, columns, none, rows } = block;
      const title = `<caption>${escape(caption)}</caption>`;
      if (rows.length === 0) return `<table>${title}</table><p>${escape(none)}</p>`;
      const total = columns.reduce((sum, { width }) => sum + width, 0);
      const widths = columns.map(
        ({ width }) => `<col style="width: ${((width / total) * 100).toFixed(1)}%">`,
      );
      const heads = columns.map(({ heading }) => `<th scope="col">${escape(heading)}</th>`);
      const lines = rows.map(
        (row) => `<tr>${row.map((cell) => `<td>${escape(String(cell))}</td>`).join('')}</tr>`,
      );
      return `<table>${title}<colgroup>${widths.join('')}</colgroup><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
    }
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char]!);
}
