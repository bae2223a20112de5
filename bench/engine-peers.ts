/** The programs that are measured side by side: ours from the command line, and SCRAM in its two modes. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { run, type Ran } from './engine-process.ts';

export interface Found {
  /** As exact as the program tells it; SCRAM counts in 32 bits. */
  readonly sets: string | undefined;
  readonly probability: number | undefined;
  /** Seconds that the program itself says its analysis took; of ours not told. */
  readonly analysis?: number;
}

export interface Peer {
  readonly name: string;
  readonly run: (file: string, limit: number) => Promise<Ran & Found>;
}

const FOEDUS = fileURLToPath(new URL('../packages/cli/bin/foedus.js', import.meta.url));

/** The whole command: start, reading, minimal sets, blocking sets, probability and importance. */
export const OURS: Peer = {
  name: 'Foedus',
  run: async (file, limit) => {
    const ran = await run([process.execPath, FOEDUS, 'solve', file, '--json'], limit);
    if (ran.exit !== 0 && ran.exit !== 4) return { ...ran, sets: undefined, probability: undefined };
    const found = ran.out === '' ? undefined : (JSON.parse(ran.out) as Output);
    return {
      ...ran,
      sets: found?.minimalSets?.count,
      probability: found?.topProbability ?? undefined,
    };
  },
};

interface Output {
  readonly minimalSets: { readonly count: string } | null;
  readonly topProbability: number | null;
}

const ANALYSIS = /<calculation-time[^>]*>([^]*?)<\/calculation-time>/;
const SUMMARY = /<sum-of-products[^>]*products="(\d+)"[^>]*probability="([^"]*)"/;

/**
 * SCRAM until its report begins to list the sets: listing them all takes it longer than finding them, and is nothing that we do. Without
 * `-l 1000` it would leave out sets of more than 20 events.
 */
function scram(mode: 'bdd' | 'zbdd'): Peer {
  return {
    name: `SCRAM ${mode.toUpperCase()}`,
    run: async (file, limit) => {
      const command = ['scram', '-l', '1000', `--${mode}`, '--probability', '1', file] as const;
      const ran = await run(command, limit, (out) => SUMMARY.test(out));
      const [, sets, probability] = SUMMARY.exec(ran.out) ?? [];
      const times = ANALYSIS.exec(ran.out)?.[1]?.match(/[\d.e+-]+(?=<)/g) ?? [];
      const analysis = times.reduce((sum, each) => sum + Number(each), 0);
      return {
        ...ran,
        sets,
        probability: probability === undefined ? undefined : Number(probability),
        ...(times.length > 0 ? { analysis } : {}),
      };
    },
  };
}

export const PEERS: readonly Peer[] = [scram('bdd'), scram('zbdd')];

/** SCRAM's version; installs it where that may be done. */
export function installScram(): string {
  const version = (): string =>
    /SCRAM (\S+)/.exec(execFileSync('scram', ['--version'], { encoding: 'utf8' }))![1]!;
  try {
    return version();
  } catch {
    if (process.getuid?.() !== 0) throw new Error('SCRAM is missing: apt-get install scram');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'scram'], {
      stdio: 'inherit',
    });
    return version();
  }
}
