/** The worker in which the record is checked. */
import type { Response, Task } from './tasks.ts';
import { proveItem, verifyLogs } from './verify.ts';

function respond(response: Response): void {
  postMessage(response);
}

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  const work = data.task === 'item' ? proveItem(data) : verifyLogs(data);
  work.then(
    (found) => respond({ ok: true, found }),
    (thrown: unknown) => {
      console.error(thrown);
      respond({ ok: false });
    },
  );
});
