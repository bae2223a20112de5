/** A watcher of live updates that costs nearly nothing, so that a thousand of them fit into one process: it looks for keys in the bytes that come. */
import { connect, type Socket } from 'node:net';

/** Before the number of an act. */
const ACT = '"key":"n';
/** Digits of a number within a key. */
const DIGITS = 8;

/** Connects, and tells of each number that follows a needle as soon as it comes; resolves when the server has answered. */
export function watch(
  url: string,
  path: string,
  tell: (number: number) => void,
  before = ACT,
): Promise<Socket> {
  const needle = Buffer.from(before);
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: text/event-stream\r\n\r\n`);
  // What a chunk cuts in two is put together with the next one.
  let left: Buffer = Buffer.alloc(0);
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.on('data', (chunk: Buffer) => {
      if (left.length === 0 && chunk.includes('HTTP/1.1 200')) resolve(socket);
      const bytes = left.length > 0 ? Buffer.concat([left, chunk]) : chunk;
      let from = 0;
      for (;;) {
        const at = bytes.indexOf(needle, from);
        if (at < 0 || at + needle.length + DIGITS > bytes.length) {
          left = bytes.subarray(at < 0 ? Math.max(from, bytes.length - needle.length + 1) : at);
          return;
        }
        from = at + needle.length + DIGITS;
        tell(Number(bytes.toString('latin1', at + needle.length, from)));
      }
    });
  });
}

export function keyOf(number: number): string {
  return `n${String(number).padStart(DIGITS, '0')}`;
}
