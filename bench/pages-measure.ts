/** What measures of pages have in common. */
import type { Browser, CDPSession, Page } from '@playwright/test';

export interface Figure {
  readonly what: string;
  readonly is: string;
  readonly goal: string;
}

/** Of values in any order. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
}

export function told(values: readonly number[]): string {
  return `${quantile(values, 0.5).toFixed(0)} ms (best ${quantile(values, 0).toFixed(0)}, worst ${quantile(values, 1).toFixed(0)})`;
}

/** Works in a browser of its own, in which nothing is kept. */
export async function apart<T>(
  browser: Browser,
  work: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const found = await work(page, await context.newCDPSession(page));
  await context.close();
  return found;
}
