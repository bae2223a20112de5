/** Writes workbooks of SpreadsheetML (ECMA-376): headings that stay in view, filters, wrapped texts, choices, and EXERCISE on every printed page. */
import { zipSync, strToU8, type Zippable } from 'fflate';
import { msel } from '@foedus/kernel';
import { FILES } from './package.ts';

/** What a cell can hold (Excel's specifications and limits). */
export const MAX_CELL = 32_767;

export interface Workbook {
  readonly tables: readonly msel.Table[];
  readonly title: string;
  /** Of every printed page: `EXERCISE`. */
  readonly marking: string;
  /** Kept in the package, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The same workbook is the same bytes, whenever it is written. */
const MTIME = new Date(1980, 0, 1);

export function writeWorkbook({ files, marking, tables, title }: Workbook): Uint8Array {
  const sheets = tables.map((table, index) => ({
    table,
    name: names(tables)[index]!,
    file: `sheet${index + 1}.xml`,
  }));
  const parts: Zippable = {
    '[Content_Types].xml': part(
      contentTypes(
        sheets.map(({ file }) => file),
        [...files.keys()],
      ),
    ),
    '_rels/.rels': part(rootRelations([...files.keys()])),
    'docProps/core.xml': part(
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(title)}</dc:title><dc:subject>${escape(marking)}</dc:subject><dc:creator>Foedus</dc:creator></cp:coreProperties>`,
    ),
    'xl/workbook.xml': part(workbook(sheets)),
    'xl/_rels/workbook.xml.rels': part(workbookRelations(sheets.map(({ file }) => file))),
    'xl/styles.xml': part(STYLES),
  };
  for (const { file, table } of sheets) parts[`xl/worksheets/${file}`] = part(worksheet(table, marking));
  for (const [path, bytes] of files) parts[FILES + path] = [bytes, { mtime: MTIME }];
  return zipSync(parts, { mtime: MTIME, level: 6 });
}

function part(text: string): Uint8Array {
  return strToU8(HEAD + text);
}

/** Names of sheets have at most 31 characters, without these, and differ in more than case. */
function names(tables: readonly msel.Table[]): readonly string[] {
  const used = new Set<string>();
  return tables.map(({ name }) => {
    const plain =
      name
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replaceAll(/^'|'$/g, '')
        .slice(0, 28)
        .trim() || 'Sheet';
    let free = plain;
    for (let count = 2; used.has(free.toLowerCase()); count += 1) free = `${plain} ${count}`;
    used.add(free.toLowerCase());
    return free;
  });
}

interface Sheet {
  readonly table: msel.Table;
  readonly name: string;
  readonly file: string;
}

function workbook(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const filters = sheets.map(({ name, table }, index) =>
    hasHead(table)
      ? `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escape(`'${name.replaceAll("'", "''")}'!$A$1:$${msel.columnName(table.columns.length - 1)}$${table.rows.length + 1}`)}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escape(`'${name.replaceAll("'", "''")}'!$1:$1`)}</definedName>`
      : '',
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`.replace(
    '<definedNames></definedNames>',
    '',
  );
}

function workbookRelations(files: readonly string[]): string {
  const sheets = files.map((file, index) =>
    relation(`rId${index + 1}`, `${OFFICE}/worksheet`, `worksheets/${file}`),
  );
  return relations([...sheets, relation(`rId${files.length + 1}`, `${OFFICE}/styles`, 'styles.xml')]);
}

function rootRelations(files: readonly string[]): string {
  return relations([
    relation('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
    relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ...files.map((path, index) =>
      relation(`file${index + 1}`, 'urn:foedus:attachment', `/${encodeURI(FILES + path)}`),
    ),
  ]);
}

function relations(list: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${escape(target)}"/>`;
}

function contentTypes(sheets: readonly string[], files: readonly string[]): string {
  const of = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (path: string, type: string): string =>
    `<Override PartName="${escape(path)}" ContentType="${type}"/>`;
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    override('/xl/workbook.xml', `${of}.sheet.main+xml`),
    override('/xl/styles.xml', `${of}.styles+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...sheets.map((file) => override(`/xl/worksheets/${file}`, `${of}.worksheet+xml`)),
    ...files.map((path) => override(`/${encodeURI(FILES + path)}`, 'application/octet-stream')),
  ].join('')}</Types>`;
}

/** 0: as it is; 1: heading; 2: text, wrapped; 3: text on one line; 4: a choice. Texts have the format of text, so that `09:05` stays what it is. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="10"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F3A5F"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FFBFC7D1"/></left><right style="thin"><color rgb="FFBFC7D1"/></right><top style="thin"><color rgb="FFBFC7D1"/></top><bottom style="thin"><color rgb="FFBFC7D1"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function hasHead({ columns }: msel.Table): boolean {
  return columns.some(({ heading }) => heading !== '');
}

function worksheet(table: msel.Table, marking: string): string {
  const { columns, rows } = table;
  const head = hasHead(table);
  const first = head ? 2 : 1;
  const last = msel.columnName(columns.length - 1);
  const letters = columns.map((_, index) => msel.columnName(index));
  const pages = Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / PAGE);
  const pieces = [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}${Math.max(1, rows.length + first - 1)}"/>`,
    head
      ? '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>'
      : '<sheetViews><sheetView workbookViewId="0"/></sheetViews>',
    '<sheetFormatPr defaultRowHeight="14"/>',
    `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
    head
      ? `<row r="1" ht="30" customHeight="1">${columns.map(({ heading }, index) => cell(`${letters[index]!}1`, heading, 1)).join('')}</row>`
      : '',
    ...rows.map((row, at) => {
      const number = at + first;
      const cells = row.map((value, index) =>
        value === '' ? '' : cell(letters[index]! + number, value, columns[index]!.wraps ? 2 : 3),
      );
      return `<row r="${number}">${cells.join('')}</row>`;
    }),
    '</sheetData>',
    head ? `<autoFilter ref="A1:${last}${rows.length + 1}"/>` : '',
    validations(table),
    `<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="${pages}" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>&amp;C&amp;B${escape(marking)}</oddHeader><oddFooter>&amp;C&amp;B${escape(marking)}&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`,
  ];
  return pieces.join('');
}

function cell(name: string, value: string | number, style: number): string {
  if (typeof value === 'number') return `<c r="${name}"><v>${value}</v></c>`;
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
}

/** So many characters side by side can still be read on a printed page. */
const PAGE = 260;

/** Room for further rows below. */
const SPARE = 500;

function validations({ columns, rows }: msel.Table): string {
  const made = columns.flatMap(({ choices }, index) => {
    const list = choices?.join(',') ?? '';
    // A list that is written out has at most 255 characters.
    if (!choices || list.length > 255 || choices.some((each) => each.includes(','))) return [];
    const letter = msel.columnName(index);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letter}2:${letter}${rows.length + 1 + SPARE}"><formula1>&quot;${escape(list)}&quot;</formula1></dataValidation>`;
  });
  return made.length === 0
    ? ''
    : `<dataValidations count="${made.length}">${made.join('')}</dataValidations>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 can't hold, and carriage returns, which it would change. */
const UNFIT =
  // oxlint-disable-next-line no-control-regex -- these are what is meant
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Characters that XML can't hold are written as OOXML writes them. */
function escape(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(UNFIT, hex)
    .replaceAll(/[&<>"]/g, (char) => ENTITIES[char]!);
}

function hex(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
