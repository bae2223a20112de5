/** A stack of whole numbers that grows, for walks as deep as there are levels. */

const FIRST_ROOM = 256;

export class Stack {
  cells = new Int32Array(FIRST_ROOM);
  /** How many numbers are on it. */
  top = 0;

  push(a: number, b: number, c: number, d: number, e: number): void {
    if (this.top + 5 > this.cells.length) {
      const old = this.cells;
      this.cells = new Int32Array(old.length * 2);
      this.cells.set(old);
    }
    const { cells } = this;
    cells[this.top++] = a;
    cells[this.top++] = b;
    cells[this.top++] = c;
    cells[this.top++] = d;
    cells[this.top++] = e;
  }
}
