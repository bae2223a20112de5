/** A document as DOCX (WordprocessingML), with its marking at the head and foot of every page. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx';
import type { Lang } from '@foedus/kernel';
import type { Block, Content, TableBlock } from './content.ts';

/** Fonts that come with office programs in each language; each substitutes its own where they are missing. */
const EAST: Readonly<Record<Lang, string>> = { en: 'Malgun Gothic', ko: 'Malgun Gothic', ja: 'Yu Gothic' };
const SPEECH: Readonly<Record<Lang, string>> = { en: 'en-US', ko: 'ko-KR', ja: 'ja-JP' };
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const INK = '1F3A5F';
/** Between the margins of A4, in twentieths of a point. */
const WIDTH = 9638;
const MARGIN = 1134;

export async function toDocx(content: Content): Promise<Uint8Array> {
  const { blocks, lang, marking, subtitle, title } = content;
  const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: EAST[lang] };
  const heading = (size: number, before: number): object => ({
    run: { size, bold: true, color: INK, font },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  const document = new Document({
    title: `${title} – ${subtitle}`,
    subject: marking,
    creator: 'Foedus',
    styles: {
      default: {
        document: { run: { size: 20, font, language: { value: 'en-US', eastAsia: SPEECH[lang] } } },
        heading1: heading(30, 360),
        heading2: heading(25, 280),
        heading3: heading(21, 200),
      },
    },
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              level: 0,
              format: 'bullet',
              text: '•',
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1418, bottom: 1418, left: MARGIN, right: MARGIN },
          },
        },
        headers: { default: new Header({ children: [marked(marking)] }) },
        footers: { default: new Footer({ children: [marked(marking, true)] }) },
        children: [
          new Paragraph({
            spacing: { before: 240, after: 60 },
            children: [new TextRun({ text: title, size: 40, bold: true, color: INK })],
          }),
          new Paragraph({ spacing: { after: 240 }, children: [new TextRun({ text: subtitle, size: 28 })] }),
          ...blocks.flatMap(childrenOf),
        ],
      },
    ],
  });
  return await Packer.toBuffer(document);
}

function marked(text: string, numbered = false): Paragraph {
  const pages = numbered
    ? [new TextRun({ children: ['    ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })]
    : [];
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text, bold: true, color: 'B00020' }), ...pages],
  });
}

function childrenOf(block: Block): readonly FileChild[] {
  switch (block.of) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: [new TextRun(block.text)] })];
    case 'paragraph':
      return [new Paragraph({ spacing: { after: 120 }, children: runs(block.text, block.strong) })];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: 'points', level: 0 },
            spacing: { after: 60 },
            children: runs(item),
          }),
      );
    case 'table':
      return tableOf(block);
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
  }
}

function runs(text: string, bold = false): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, bold, ...(index > 0 ? { break: 1 } : {}) }));
}

function tableOf({ caption, columns, none, rows }: TableBlock): readonly FileChild[] {
  const title = new Paragraph({
    spacing: { before: 200, after: 80 },
    keepNext: true,
    children: [new TextRun({ text: caption, bold: true })],
  });
  if (rows.length === 0) return [title, new Paragraph({ children: [new TextRun(none)] })];
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((width / total) * WIDTH));
  const border = { style: BorderStyle.SINGLE, size: 4, color: 'BFC7D1' };
  const cell = (text: string, index: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index]!, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E6EBF2' } } : {}),
      children: [
        new Paragraph({
          children: text
            .split('\n')
            .map(
              (line, at) =>
                new TextRun({ text: line, size: 18, bold: isHead, ...(at > 0 ? { break: 1 } : {}) }),
            ),
        }),
      ],
    });
  const line = (cells: readonly (string | number)[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, index) => cell(String(text), index, isHead)),
    });
  const table = new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [
      line(
        columns.map(({ heading }) => heading),
        true,
      ),
      ...rows.map((row) => line(row, false)),
    ],
  });
  return [title, table, new Paragraph({ spacing: { after: 80 }, children: [] })];
}
