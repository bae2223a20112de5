/** A stack of whole numbers that grows. Whoever uses it knows how far it is filled. */

const FIRST_ROOM = 256;

export class Stack {
  cells = new Int32Array(FIRST_ROOM);

  /** The cells, of which there are `width` or more from `top` on. */
  room(top: number, width: number): Int32Array {
    if (top + width > this.cells.length) {
      const old = this.cells;
      this.cells = new Int32Array(old.length * 2);
      this.cells.set(old);
    }
    return this.cells;
  }
}
