/**
 * What came anew, with every part that is as it was before replaced by the part of before: what is drawn of it then need not be drawn again.
 * Both are plain data, as JSON has it.
 */
export function share<T>(before: unknown, now: T): T {
  if (Object.is(before, now)) return now;
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) return now;
  if (Array.isArray(before) !== Array.isArray(now)) return now;
  const old = before as Readonly<Record<string, unknown>>;
  const keys = Object.keys(now);
  const parts = keys.map((key) =>
    share(Object.hasOwn(old, key) ? old[key] : undefined, (now as Readonly<Record<string, unknown>>)[key]),
  );
  const isSame =
    Object.keys(old).length === keys.length &&
    keys.every((key, index) => Object.hasOwn(old, key) && Object.is(old[key], parts[index]));
  if (isSame) return before as T;
  const shared = Array.isArray(now)
    ? parts
    : Object.fromEntries(keys.map((key, index) => [key, parts[index]]));
  return shared as T;
}
