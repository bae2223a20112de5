/** Master scenario events lists: from spreadsheets and other tools to scenarios, and back. */
export * from './book.ts';
export * from './fault.ts';
export { fromScenario, type ScenarioRows } from './from-scenario.ts';
export { FIELDS, HEADINGS, headingOf, type Field } from './fields.ts';
export type { Column } from './header.ts';
export { slug } from './ids.ts';
export { mselLines } from './jsonl.ts';
export { formatMapping, NO_MAPPING, readMapping, writeMapping, type Mapping } from './mapping.ts';
export { readOpenAev, type OpenAevReading } from './openaev.ts';
export { FRAME_SHEET, readMsel, type MselReading, type SheetColumns } from './read.ts';
export * from './report.ts';
export * from './row.ts';
export type * from './table.ts';
export { readTime, writeOffset, type Told, type ToldTime } from './time.ts';
export { toScenario, type Frame, type ScenarioFiles } from './to-scenario.ts';
export { VALUES } from './values.ts';
export { writeMsel, type MselTables } from './write.ts';
