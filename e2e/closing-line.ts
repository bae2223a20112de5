/** A Playwright reporter that closes a run with one plain line, `N passed, N failed, N skipped`, as unit tests do. */
import type { Reporter, TestCase } from '@playwright/test/reporter';

type Outcome = ReturnType<TestCase['outcome']>;

export default class ClosingLine implements Reporter {
  readonly #tests = new Set<TestCase>();
  #broken = 0;

  onTestEnd(test: TestCase): void {
    this.#tests.add(test);
  }

  /** What went wrong outside of any test: a file that can not be loaded, a server that does not start. */
  onError(): void {
    this.#broken += 1;
  }

  onEnd(): void {
    const count = (...wanted: readonly Outcome[]): number =>
      [...this.#tests].filter((test) => wanted.includes(test.outcome())).length;
    const failed = count('unexpected') + this.#broken;
    console.log(`\n${count('expected', 'flaky')} passed, ${failed} failed, ${count('skipped')} skipped`);
  }
}
