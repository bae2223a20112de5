/** Lists of events as files: workbooks and exports of OpenAEV in, workbooks out. */
export * from './import.ts';
export { readList, writeList, type ListFile } from './list.ts';
export { writeWorkbook, type Workbook } from './xlsx/write.ts';
