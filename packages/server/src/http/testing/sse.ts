/** A reader of server-sent events, as a browser is one. */
import { get, type IncomingMessage } from 'node:http';
import type { Served } from './served.ts';

/** Gives the server a port on this machine; its address with the prefix of the API. */
export async function listening({ app }: Served): Promise<string> {
  const known = app.addresses()[0];
  const url = known ? `http://127.0.0.1:${known.port}` : await app.listen({ host: '127.0.0.1', port: 0 });
  return `${url}/api/v1`;
}

export interface Told {
  readonly id: string;
  readonly data: unknown;
}

export interface Follower {
  /** The next so many updates; nothing is read from the connection but while somebody waits for more. */
  readonly take: (count: number) => Promise<readonly Told[]>;
  /** All that comes until the server ends it, as it came. */
  readonly rest: () => Promise<string>;
  readonly close: () => void;
}

export async function follow(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Follower> {
  const response = await new Promise<IncomingMessage>((done, failed) => {
    get(url, { headers, agent: false }, done).on('error', failed);
  });
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} from ${url}`);
  response.setEncoding('utf8');
  const chunks = response.iterator({ destroyOnReturn: false });
  let buffer = '';
  const next = async (): Promise<Told> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end < 0) {
        const chunk = await chunks.next();
        if (chunk.done) throw new Error('the stream has ended');
        buffer += chunk.value as string;
        continue;
      }
      const block = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
      if (fields.get('event') === 'update')
        return { id: fields.get('id')!, data: JSON.parse(fields.get('data')!) };
    }
  };
  return {
    async take(count) {
      const told: Told[] = [];
      while (told.length < count) told.push(await next());
      return told;
    },
    async rest() {
      for await (const chunk of chunks) buffer += chunk as string;
      return buffer;
    },
    close: () => response.destroy(),
  };
}
