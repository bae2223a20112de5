/** The end of a command that runs until somebody ends it. */

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Resolves at the first signal to end. The second one ends the process at once, as if nobody listened. */
export async function interrupted(): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = (): void => {
      for (const signal of SIGNALS) process.off(signal, end);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, end);
  });
}
