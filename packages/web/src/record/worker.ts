/** The worker in which the record is checked. */
import type { Found, Response, Task } from './tasks.ts';
import { archiveLogs, proveItem, verifyLogs } from './verify.ts';

function respond(response: Response): void {
  postMessage(response);
}

function find(task: Task): Promise<Found> {
  switch (task.task) {
    case 'item':
      return proveItem(task);
    case 'logs':
      return verifyLogs(task);
    case 'archive':
      return archiveLogs(task);
  }
}

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  find(data).then(
    (found) => respond({ ok: true, found }),
    (thrown: unknown) => {
      console.error(thrown);
      respond({ ok: false });
    },
  );
});
