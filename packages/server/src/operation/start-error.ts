/** Why a server does not start: for whoever started it. */
import { catalogue, type Text } from '@foedus/kernel';
import { CONFIG_MESSAGES, type Config } from '../config.ts';
import { RecordError } from '../record/index.ts';
import { describeStoreFault } from '../store/describe.ts';
import { StoreError } from '../store/fault.ts';

const say = catalogue(CONFIG_MESSAGES);

export class StartError extends Error {
  /** Stable: a code of the store, of the record, or `port-taken`. */
  readonly code: string;
  /** What is wrong, what was expected and what to do. */
  readonly says: Text;

  constructor(code: string, says: Text) {
    super(says.en);
    this.name = 'StartError';
    this.code = code;
    this.says = says;
  }
}

/** An error of starting in the one form; what is none of the known ones is a defect, and given back as it is. */
export function startError(error: unknown, { host, port }: Config): unknown {
  if (error instanceof StoreError) return new StartError(error.code, describeStoreFault(error.fault));
  if (error instanceof RecordError) return new StartError(error.code, error.says);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new StartError('port-taken', say('port-taken', { host, port: String(port) }));
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return new StartError('no-listening', say('no-listening', { host, port: String(port) }));
  return error;
}
