/** Whether something is this machine itself. */

/** An IP address of a socket: 127.0.0.0/8, `::1`, and the former as IPv6 writes it. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/i.test(address);
}

/**
 * A `Host` header, its port included, that names this machine. A page of elsewhere whose name was made to resolve to this machine (DNS
 * rebinding) sends its own name, and is told apart by it.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host);
}

/** Headers by which a proxy says that it speaks for somebody else. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

export interface Arrived {
  /** The socket's own, whatever headers say. */
  readonly address: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Whether a request was made on this machine, to this machine by name, and by nobody who passes it on. */
export function isLocal({ address, headers }: Arrived): boolean {
  const host = headers['host'];
  return (
    isLoopbackAddress(address) &&
    typeof host === 'string' &&
    isLoopbackHost(host) &&
    FORWARDED.every((header) => headers[header] === undefined)
  );
}
