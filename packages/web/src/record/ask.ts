/** Asking for a check. Each runs in a worker of its own, which ends with it. */
import { Trouble } from '../api/problem.ts';
import type {
  Found,
  ItemProved,
  ItemToProve,
  LogVerified,
  LogsToArchive,
  LogsToVerify,
  Response,
  Task,
} from './tasks.ts';

function run(task: Task): Promise<Found> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const answered = new Promise<Found>((resolve, reject) => {
    const failed = (): void => reject(new Trouble(navigator.onLine ? 'failed' : 'offline'));
    worker.addEventListener('error', failed);
    worker.addEventListener('message', ({ data }: MessageEvent<Response>) => {
      if (data.ok) resolve(data.found);
      else failed();
    });
    // A worker's channel has no origin to name; the rule takes it for a window's.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(task);
  });
  return answered.finally(() => worker.terminate());
}

export function proveItem(ask: Omit<ItemToProve, 'task'>): Promise<ItemProved> {
  return run({ task: 'item', ...ask }) as Promise<ItemProved>;
}

export function verifyLogs(ask: Omit<LogsToVerify, 'task'>): Promise<readonly LogVerified[]> {
  return run({ task: 'logs', ...ask }) as Promise<readonly LogVerified[]>;
}

export function archiveLogs(ask: Omit<LogsToArchive, 'task'>): Promise<Uint8Array<ArrayBuffer>> {
  return run({ task: 'archive', ...ask }) as Promise<Uint8Array<ArrayBuffer>>;
}
