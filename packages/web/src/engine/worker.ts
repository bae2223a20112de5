/** The worker: a desk at the other end of a message channel. */
import { Desk } from './desk.ts';
import type { Request, Response } from './tasks.ts';

const desk = new Desk();

function respond(response: Response): void {
  postMessage(response);
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const { id, task, ask } = data;
  try {
    respond({ id, ok: true, reply: desk.do(task, ask) });
  } catch (thrown) {
    console.error(thrown);
    respond({ id, ok: false });
  }
});
