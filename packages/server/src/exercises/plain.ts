/** Values as they cross the API. */

/** Maps become objects, and tables that look like maps too; everything else is as it was. */
export function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plain);
  const pairs = isMapping(value) ? value.entries() : Object.entries(value);
  return Object.fromEntries([...pairs].map(([key, each]) => [key, plain(each)]));
}

function isMapping(value: object): value is ReadonlyMap<string, unknown> {
  return 'entries' in value && typeof value.entries === 'function';
}
