/** Documents of exercises: the after-action report and improvement plan, and its data. */
export { afterAction } from './after-action.ts';
export { findChromium } from './chromium.ts';
export type { Block, Content, TableBlock } from './content.ts';
export type { AfterAction, MeasureTable } from './context.ts';
export { toDocx } from './docx.ts';
export { toHtml } from './html.ts';
export { toLines } from './lines.ts';
export { MEASURE_MESSAGES, measureTables } from './measures.ts';
export { toPdf, type PdfReply } from './pdf.ts';
export { toSheets } from './sheets.ts';
export { REPORT_MESSAGES } from './words.ts';
