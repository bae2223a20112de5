/** Documents of exercises: the after-action report and improvement plan, and its data. */
import type { Content } from './content.ts';

export { afterAction } from './after-action.ts';
export { findChromium } from './chromium.ts';
export type { Block, Content, TableBlock } from './content.ts';
export type { AfterAction, MeasureTable } from './context.ts';
export { toHtml } from './html.ts';
export { toLines } from './lines.ts';
export { MEASURE_MESSAGES, measureTables } from './measures.ts';
export { toPdf, type PdfReply } from './pdf.ts';
export { toSheets } from './sheets.ts';
export { REPORT_MESSAGES } from './words.ts';

/** As DOCX. Its library is loaded when the first one is asked for: it is large, and hardly ever needed. */
export async function toDocx(content: Content): Promise<Uint8Array> {
  return (await import('./docx.ts')).toDocx(content);
}
