/** What JSON makes of plain data: maps are objects. */
export type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends ReadonlyMap<string, infer V>
    ? Readonly<Record<string, Plain<V>>>
    : T extends readonly (infer E)[]
      ? readonly Plain<E>[]
      : { readonly [K in keyof T]: Plain<T[K]> };
