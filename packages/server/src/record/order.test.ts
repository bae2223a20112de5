import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Order, orderKeyOf } from './order.ts';

const order = new Order(orderKeyOf(new Uint8Array(32).fill(7)));
const places = fc.tuple(fc.string(), fc.integer({ min: 0, max: 2 ** 40 }));

test('a place is read again in its case by the node, and by nobody else', () => {
  const other = new Order(orderKeyOf(new Uint8Array(32).fill(8)));
  fc.assert(
    fc.property(places, ([name, place]) => {
      const sealed = order.seal(name, place);
      expect(sealed).toMatch(/^[\w-]{22}$/);
      expect(order.open(name, sealed)).toBe(place);
      expect(order.open(`${name}x`, sealed)).toBeUndefined();
      expect(other.open(name, sealed)).toBeUndefined();
    }),
  );
});

test('what is no sealed place is none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(order.open('case', text)).toBeUndefined();
    }),
  );
});
