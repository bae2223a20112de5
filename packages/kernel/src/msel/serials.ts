/** Serials: every inject has one of its own, in the form that scenarios have. */
import { shown, type Remark } from './report.ts';

/** A serial as lists of events have them, without spaces: `12`, `A-101`, `3.2`. */
const SERIAL = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._/#:()+-]{0,63}$/u;

/** Gives each row a serial of its own. */
export class Serials {
  readonly #written: ReadonlySet<string>;
  readonly #given = new Set<string>();
  #next = 1;

  constructor(written: readonly string[]) {
    this.#written = new Set(written.map(fit));
  }

  /** `cell` is where the serial stands or should. */
  give(serial: string, cell: string, remarks: Remark[]): string {
    const fitting = fit(serial);
    if (fitting === '') {
      while (this.#written.has(String(this.#next)) || this.#given.has(String(this.#next))) this.#next += 1;
      return this.#take(String(this.#next), 'serial-made', serial, cell, remarks);
    }
    if (this.#given.has(fitting)) {
      let count = 2;
      while (this.#given.has(`${fitting}-${count}`) || this.#written.has(`${fitting}-${count}`)) count += 1;
      return this.#take(`${fitting}-${count}`, 'serial-repeated', serial, cell, remarks);
    }
    return this.#take(fitting, fitting === serial ? undefined : 'serial-changed', serial, cell, remarks);
  }

  #take(
    serial: string,
    code: 'serial-made' | 'serial-repeated' | 'serial-changed' | undefined,
    text: string,
    cell: string,
    remarks: Remark[],
  ): string {
    this.#given.add(serial);
    if (code) remarks.push({ code, cell, params: { text: shown(text), serial } });
    return serial;
  }
}

/** A serial as a scenario may have it; empty where nothing of the text is fit for one. */
function fit(text: string): string {
  const plain = text.normalize('NFKC').trim().replaceAll(/\s+/g, '-');
  const made = plain
    .replaceAll(/[^\p{L}\p{M}\p{N}._/#:()+-]/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 60);
  return SERIAL.test(made) ? made : '';
}
