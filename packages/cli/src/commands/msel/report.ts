/** What became of the rows of a list, for people and for programs. */
import { msel, type Text } from '@foedus/kernel';
import { printHeading, printText } from '../../output/lines.ts';
import { table } from '../../output/table.ts';
import type { Shell } from '../../shell.ts';
import { sayMsel } from './words.ts';

/** Rows that were taken as they stood are counted, not listed. */
export function printReport(shell: Shell, report: readonly msel.RowReport[]): void {
  const { lang } = shell;
  const lines = report.flatMap(({ outcome, remarks, row, serial, sheet }) =>
    remarks.map((remark) => [
      sheet,
      remark.cell === '' ? String(row) : remark.cell,
      serial ?? '–',
      `${outcome === 'left-out' ? `${sayMsel('outcome-left-out')[lang]}: ` : ''}${msel.describeRemark(remark)[lang]}`,
    ]),
  );
  const heads = (['column-sheet', 'column-cell', 'column-inject', 'column-what'] as const).map(
    (key) => sayMsel(key)[lang],
  );
  if (lines.length > 0) {
    printHeading(shell, sayMsel('report')[lang]);
    for (const line of table([heads, ...lines])) shell.out.print(line);
    shell.out.print();
  }
  const { left, remarked, taken } = count(report);
  printText(shell, sayMsel('summary', { taken, remarked, left })[lang]);
}

function count(report: readonly msel.RowReport[]): {
  readonly taken: number;
  readonly remarked: number;
  readonly left: number;
} {
  const rows = report.filter(({ serial }) => serial !== undefined);
  return {
    taken: rows.length,
    remarked: rows.filter(({ outcome }) => outcome === 'remarked').length,
    left: report.filter(({ outcome }) => outcome === 'left-out').length,
  };
}

interface RowJson extends Omit<msel.RowReport, 'remarks'> {
  readonly remarks: readonly (msel.Remark & { readonly message: Text })[];
}

export function reportJson({ columns, report, rows }: msel.MselReading): object {
  return {
    ...count(report),
    columns,
    report: report.map(({ remarks, ...row }): RowJson => ({
      ...row,
      remarks: remarks.map((remark) => {
        const { en, ja, ko } = msel.describeRemark(remark);
        return { ...remark, message: { en, ko, ja } };
      }),
    })),
    rows,
  };
}
