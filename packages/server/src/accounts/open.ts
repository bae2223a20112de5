/** Opens the store for accounts to be administered, when no server has it. */
import type { Text } from '@foedus/kernel';
import { Problem } from '../http/problem.ts';
import { StoreError } from '../store/fault.ts';
import { readShelf } from '../cases/arrangements.ts';
import { governing } from '../cases/governing.ts';
import { describeStoreFault } from '../store/describe.ts';
import { openStore, type StoreSettings } from '../store/open.ts';
import { consoleOf, type Administration } from './console.ts';
import type { Clock } from './instant.ts';
import type { Governing } from './positions.ts';

/** Does some work with the accounts of a store that nobody else has open, and closes it. */
export async function withConsole<T>(
  settings: StoreSettings & {
    readonly origin: string;
    readonly now: Clock;
    /** The folder with arrangements. */
    readonly arrangements: string;
  },
  work: (administration: Administration) => Promise<T>,
): Promise<T> {
  const opened = await openStore(settings);
  if (!opened.ok) throw new StoreError(opened.fault.code, opened.fault.params);
  try {
    const { arrangements, now, origin } = settings;
    const under = (held: Parameters<Governing>[0]) =>
      governing(opened.value, () => readShelf(arrangements), held);
    return await work(consoleOf(opened.value, origin, now, under));
  } finally {
    await opened.value.close();
  }
}

/** Why an administrator was refused, in words; `undefined`: the error is none of those that are expected. */
export function refusalOf(
  error: unknown,
): { readonly says: Text; readonly expected?: Text; readonly todo?: Text } | undefined {
  if (error instanceof StoreError) return { says: describeStoreFault(error.fault) };
  if (!(error instanceof Problem)) return undefined;
  const { expected, title, todo } = error.told;
  return { says: title, expected, todo };
}
