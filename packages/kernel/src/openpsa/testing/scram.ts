/** Runs SCRAM, a program for probabilistic risk analysis that is not ours, on models; only where it is installed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseXml, type Element } from '../xml.ts';

export interface ScramReport {
  /** Minimal cut sets, each sorted; in no particular order. */
  readonly products: readonly (readonly string[])[];
  readonly probability: number;
  /** By event; only those that are in a product have one. */
  readonly importance: ReadonlyMap<string, Readonly<Record<Factor, number>>>;
}

const FACTORS = ['MIF', 'CIF', 'DIF', 'RAW', 'RRW'] as const;
type Factor = (typeof FACTORS)[number];

export function scramIsThere(): boolean {
  try {
    execFileSync('scram', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** SCRAM's answers by its BDD to each of several models, in one run: most of its time goes into starting. */
export function scram(models: readonly string[]): readonly ScramReport[] {
  const folder = mkdtempSync(join(tmpdir(), 'foedus-scram-'));
  try {
    const file = join(folder, 'model.xml');
    writeFileSync(file, `<opsa-mef>${models.map(renamed).join('\n')}</opsa-mef>`);
    // Without a limit of its own it leaves out every set of more than 20 events.
    const options = ['-l', '1000', '--bdd', '--probability', '1', '--importance', '1', file];
    const report = execFileSync('scram', options, { encoding: 'utf8', maxBuffer: 1 << 30, stdio: 'pipe' });
    return reportsOf(report, models.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The inside of a model, with a prefix that makes its names its own. */
function renamed(model: string, index: number): string {
  return model
    .replace(/^[^]*?<opsa-mef>/, '')
    .replace(/<\/opsa-mef>\s*$/, '')
    .replaceAll(' name="', ` name="m${index}-`);
}

function reportsOf(text: string, count: number): readonly ScramReport[] {
  const parsed = parseXml('report.xml', text);
  if (!parsed.ok) throw new Error(`SCRAM's report is no XML: ${text}`);
  const results = parsed.value.children.find(({ name }) => name === 'results')!.children;
  const of = (element: string, index: number): Element | undefined =>
    results.find(({ name, attributes }) => name === element && attributes['name']!.startsWith(`m${index}-`));
  return Array.from({ length: count }, (_, index) => {
    const sums = of('sum-of-products', index);
    if (!sums) throw new Error(`SCRAM says nothing of model ${index}`);
    return {
      products: sums.children.map((product) => product.children.map(literal).toSorted()),
      probability: Number(sums.attributes['probability']),
      importance: new Map((of('importance', index)?.children ?? []).map(factors)),
    };
  });
}

function plain(name: string): string {
  return name.replace(/^m\d+-/, '');
}

function literal(element: Element): string {
  if (element.name === 'not') return `not ${literal(element.children[0]!)}`;
  return plain(element.attributes['name']!);
}

function factors({ attributes }: Element): [string, Record<Factor, number>] {
  const values = FACTORS.map((factor) => [factor, Number(attributes[factor])]);
  return [plain(attributes['name']!), Object.fromEntries(values) as Record<Factor, number>];
}
