/** Asking the worker. It is started when first asked, or a little before. */
import { Trouble } from '../api/problem.ts';
import type { AskOf, ReplyOf, Request, Response, TaskName } from './tasks.ts';

interface Waiting {
  readonly resolve: (reply: never) => void;
  readonly reject: (trouble: Trouble) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let last = 0;

function start(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<Response>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) asker?.resolve(data.reply as never);
    else asker?.reject(new Trouble('failed'));
  });
  started.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Trouble('failed'));
    waiting.clear();
  });
  return started;
}

/** Has the worker start, so that it is there when what it will be asked about is. */
export function wakeWorker(): void {
  worker ??= start();
}

/** Throws `Trouble` when the worker breaks down. */
export function askWorker<N extends TaskName>(task: N, ask: AskOf<N>): Promise<ReplyOf<N>> {
  wakeWorker();
  last += 1;
  const request: Request<N> = { id: last, task, ask };
  return new Promise((resolve, reject) => {
    waiting.set(request.id, { resolve, reject });
    // A worker's channel has no origin to name; the rule takes it for a window's.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker?.postMessage(request);
  });
}
