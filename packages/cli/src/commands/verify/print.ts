/** The result of a verification in words: what was wrong or, where nothing was, what that proves and what it does not. */
import { printHeading, printLabelled, printText } from '../../output/lines.ts';
import type { VerifyOutput } from '../../schema/verify.ts';
import type { Shell } from '../../shell.ts';
import { sayRecord, type RecordKey } from '../record/words.ts';

export function printVerified(shell: Shell, found: VerifyOutput): void {
  const { out, lang } = shell;
  if (found.fault) {
    const { log, message, advice } = found.fault;
    out.print(out.style('red', sayRecord('not-verified')[lang]));
    if (log) printText(shell, `${log}: ${message[lang]}`, 2);
    else printText(shell, message[lang], 2);
    printText(shell, advice[lang], 2);
    return;
  }
  const entries = found.logs.reduce((sum, each) => sum + each.entries, 0);
  out.print(out.style('green', sayRecord('verified', { logs: found.logs.length, entries })[lang]));
  for (const log of found.logs) printLog(shell, log);
  for (const { by, entry, of, size } of found.open)
    printText(shell, sayRecord('open-quote', { by, entry, of, size })[lang], 2);
  const list = (heading: RecordKey, keys: readonly RecordKey[]): void => {
    printHeading(shell, sayRecord(heading)[lang]);
    for (const key of keys) printText(shell, `– ${sayRecord(key)[lang]}`, 2);
  };
  list('proved', ['proves-signed', 'proves-whole', 'proves-quotes']);
  list('not-proved', [
    ...(found.trust === 'enclosed' ? (['unproved-keys'] as const) : []),
    'unproved-latest',
    'unproved-true',
    'unproved-all',
  ]);
}

function printLog(shell: Shell, log: VerifyOutput['logs'][number]): void {
  const { lang } = shell;
  const word = (key: RecordKey): string => sayRecord(key)[lang];
  const { held, elsewhere } = log.documents;
  printHeading(shell, log.origin);
  printLabelled(shell, [
    [word('label-entries'), sayRecord('entries-of', { count: log.entries, kind: log.kind })[lang]],
    [word('label-root'), log.root],
    ...log.keys.map((key) => [word('label-key'), key] as const),
    [
      word('label-held'),
      log.cosignatures.length > 0 ? log.cosignatures.map(({ by }) => by).join(', ') : word('held-by-none'),
    ],
    ...(held + elsewhere > 0
      ? ([[word('label-documents'), sayRecord('documents', { held, elsewhere })[lang]]] as const)
      : []),
  ]);
}
