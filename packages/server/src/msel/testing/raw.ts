/** Workbooks written part by part, as other programs write them: what our own writer never makes. */
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A cell as XML (`<c …>`), or a text. */
export type RawCell = string | { readonly xml: string };

export interface RawSheet {
  readonly name: string;
  /** By row number, cells by column letter. */
  readonly rows: Readonly<Record<number, Readonly<Record<string, RawCell>>>>;
  readonly merged?: readonly string[];
}

/** Formats of cells by their number: 0 general, 1 date, 2 time, 3 date and time, 4 elapsed hours, 5 three digits. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="[$-412]AM/PM\\ h:mm"/><numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="000"/></numFmts><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>`;

export interface RawParts {
  readonly sharedStrings?: string;
  readonly workbookPr?: string;
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

export function raw(
  sheets: readonly RawSheet[],
  { more = {}, sharedStrings = '', workbookPr = '' }: RawParts = {},
): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      `<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<x:workbook xmlns:x="${MAIN}" xmlns:r="${OFFICE}"><x:workbookPr ${workbookPr}/><x:sheets>${sheets.map(({ name }, index) => `<x:sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"/>`).join('')}</x:sheets></x:workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`)).join('')}${relation('st', 'styles', 'styles.xml')}${relation('ss', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(STYLES),
    'xl/sharedStrings.xml': strToU8(`<sst xmlns="${MAIN}">${sharedStrings}</sst>`),
    ...more,
  };
  for (const [index, { merged = [], rows }] of sheets.entries()) {
    const lines = Object.entries(rows).map(([number, cells]) => {
      const made = Object.entries(cells).map(([column, cell]) =>
        typeof cell === 'string'
          ? `<c r="${column}${number}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`
          : cell.xml.replace('<c', `<c r="${column}${number}"`),
      );
      return `<row r="${number}">${made.join('')}</row>`;
    });
    parts[`xl/worksheets/sheet${index}.xml`] = strToU8(
      `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
    );
  }
  return zipSync(parts);
}

/** A number under one of the formats above. */
export function number(value: number, style = 0): RawCell {
  return { xml: `<c s="${style}"><v>${value}</v></c>` };
}
