/** All tables of a document as a workbook, each in a sheet of its own. */
import type { msel } from '@foedus/kernel';
import { writeWorkbook } from '../msel/xlsx/write.ts';
import type { Content } from './content.ts';

export function toSheets({ blocks, marking, subtitle, title }: Content): Uint8Array {
  const tables = blocks.flatMap((block): msel.Table[] => {
    if (block.of !== 'table') return [];
    const columns = block.columns.map(({ heading, width }) => ({
      heading,
      width: Math.max(10, Math.round(width)),
      wraps: true,
    }));
    return [{ name: block.caption, columns, rows: block.rows }];
  });
  return writeWorkbook({ tables, title: `${title} – ${subtitle}`, marking, files: new Map() });
}
