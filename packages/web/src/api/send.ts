/** Telling the server to do something. */
import type { consultation } from '@foedus/kernel';
import { Trouble } from './problem.ts';

/** A problem as the server tells it (RFC 9457), in the language of the page. */
export interface Told {
  readonly status: number;
  /** Stable. */
  readonly code: string;
  readonly title: string;
  readonly expected: string;
  readonly todo: string;
  /** Of a command that the arrangement does not permit. */
  readonly refusal?: consultation.Refusal;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly told: Told };

interface Request {
  /** Default: POST. */
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly json?: unknown;
  /** Bytes in place of JSON. */
  readonly file?: Blob;
}

let csrf: string | null = null;

/** What shows the server that requests come from our own pages. */
export function keepCsrf(value: string | null): void {
  csrf = value;
}

/** Whether the same request may be answered otherwise later: the server stops, is busy, or asks for patience. */
function passes(status: number): boolean {
  return status >= 500 || status === 429;
}

/** Sends; throws `Trouble` where no answer came that lasts, so that the same can be sent again. */
export async function send<T>(
  path: string,
  { file, json, method = 'POST' }: Request = {},
): Promise<Answer<T>> {
  const body = file ?? (json === undefined ? undefined : JSON.stringify(json));
  const type = file ? file.type : json === undefined ? undefined : 'application/json';
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(csrf === null ? {} : { 'x-foedus-csrf': csrf }),
    },
    ...(body === undefined ? {} : { body }),
  }).catch(() => {
    throw new Trouble(navigator.onLine ? 'failed' : 'offline');
  });
  if (passes(response.status)) throw new Trouble('failed');
  const text = await response.text();
  const value: unknown = text === '' ? null : JSON.parse(text);
  return response.ok ? { ok: true, value: value as T } : { ok: false, told: value as Told };
}
