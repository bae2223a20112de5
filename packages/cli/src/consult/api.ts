/**
 * A server's API as a program asks it. What can be sent again without harm, and all of it can (commands bear keys), is sent again when the
 * connection breaks or the server says that it is busy, so a server that is killed and started again is not noticed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { plain } from '@foedus/kernel';
import { EXIT } from '../exit.ts';
import type { Shell } from '../shell.ts';
import { misuse, Stop } from '../stop.ts';
import { sayConsult } from './words.ts';

/** For how long it is tried, and how soon again. Milliseconds. */
const PATIENCE = 30_000;
const PAUSE = 250;

export interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly expected: string;
  readonly todo: string;
  readonly refusal?: unknown;
}

/** A body that is no JSON. */
export interface Bytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

function initOf(method: 'GET' | 'POST', body: object | Bytes | undefined): RequestInit {
  if (body === undefined) return { method };
  const [type, sent] =
    'bytes' in body ? [body.mediaType, Buffer.from(body.bytes)] : ['application/json', JSON.stringify(body)];
  return { method, headers: { 'content-type': type }, body: sent };
}

export interface Api {
  /** The answer in JSON; a body is sent as JSON, or as the bytes that it has. A problem for which `expects` has no use stops the command. */
  ask<T>(method: 'GET' | 'POST', path: string, body?: object | Bytes): Promise<T | ProblemBody>;
  /** An answer that is read as it comes; `undefined`: nobody answers now. */
  open(path: string, headers: Readonly<Record<string, string>>): Promise<Response | undefined>;
}

export function isProblem(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && 'title' in value && 'todo' in value;
}

/** The problem in words, as an end of the command. */
export function stopFor({ title, expected, todo }: ProblemBody): Stop {
  return new Stop(EXIT.refused, plain(title), plain(`${expected} ${todo}`));
}

/** The address of a server to which a token may be sent: over https, or on this machine. */
function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = url !== undefined && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && local)))
    throw misuse(sayConsult('bad-server', { text }), sayConsult('bad-server-hint'));
  return url;
}

export function api(shell: Shell, server: string, token: string | undefined): Api {
  const base = addressOf(server);
  const send = (path: string, init: RequestInit): Promise<Response | undefined> =>
    fetch(new URL(`/api/v1/${path}`, base), {
      ...init,
      headers: {
        'accept-language': shell.lang,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(init.headers as Record<string, string>),
      },
      redirect: 'error',
    }).catch(() => undefined);

  return {
    open: (path, headers) => send(path, { headers }),
    async ask<T>(method: 'GET' | 'POST', path: string, body?: object | Bytes): Promise<T | ProblemBody> {
      const init = initOf(method, body);
      const until = performance.now() + PATIENCE;
      for (;;) {
        const answer = await send(path, init);
        // An answer that breaks off says as little as none.
        const said: unknown = await answer?.json().catch(() => undefined);
        const again = said === undefined || answer!.status === 503;
        if (!again) return said as T | ProblemBody;
        if (performance.now() > until) {
          if (isProblem(said)) return said;
          throw new Stop(EXIT.refused, sayConsult('unreachable', { server }), sayConsult('unreachable-hint'));
        }
        await sleep(PAUSE);
      }
    },
  };
}
