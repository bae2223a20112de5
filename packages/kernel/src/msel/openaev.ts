/**
 * Scenarios and simulations as OpenAEV (formerly OpenBAS, OpenEx) exports them: an archive with a JSON file and documents. What has a meaning
 * here becomes part of the row; all else is kept in `extra`, and the file as it came goes with the scenario.
 */
import type { Duration } from '../arrangement/formula.ts';
import type { Method } from '../exercise/scenario/model.ts';
import { decodeUtf8 } from '../yaml/utf8.ts';
import { mselFault, type MselResult } from './fault.ts';
import { plainText } from './html.ts';
import { clean } from './line.ts';
import type { Mapping } from './mapping.ts';
import { filled, showDuration, writePlain } from './plain.ts';
import type { MselReading } from './read.ts';
import { shown, type Remark, type RowReport } from './report.ts';
import type { MselRow, RowDue } from './row.ts';
import { Serials } from './serials.ts';
import { startexOf } from './settle.ts';
import { methodOf } from './values.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Table = Readonly<Record<string, Json>>;

/** The original goes with the scenario under this path; its documents beside it. */
const SOURCE = 'openaev';

export interface OpenAevReading extends MselReading {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function readOpenAev(
  entries: ReadonlyMap<string, Uint8Array>,
  day: string,
  mapping: Mapping,
): MselResult<OpenAevReading> {
  let detail: string | undefined;
  for (const [path, bytes] of entries) {
    if (!path.toLowerCase().endsWith('.json')) continue;
    const parsed = parseJson(bytes);
    if (typeof parsed === 'string') {
      detail ??= `${path}: ${parsed}`;
      continue;
    }
    const of = ['scenario', 'exercise'].find((kind) => Array.isArray(parsed[`${kind}_injects`]));
    if (of !== undefined) return { ok: true, value: reading(parsed, of, { path, entries, day, mapping }) };
  }
  return detail === undefined ? mselFault('not-openaev') : mselFault('openaev-broken', { detail });
}

function parseJson(bytes: Uint8Array): Table | string {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return 'UTF-8';
  try {
    const value = JSON.parse(decoded.text) as Json;
    return tableOf(value) ?? {};
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function tableOf(value: Json | undefined): Table | undefined {
  return typeof value === 'object' && value !== null && !isList(value) ? value : undefined;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function tablesOf(value: Json | undefined): readonly Table[] {
  return isList(value) ? value.map(tableOf).filter((each) => each !== undefined) : [];
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

interface Archive {
  readonly path: string;
  readonly entries: ReadonlyMap<string, Uint8Array>;
  readonly day: string;
  readonly mapping: Mapping;
}

function reading(root: Table, of: string, { day, entries, mapping, path }: Archive): OpenAevReading {
  const about = tableOf(root[`${of}_information`]) ?? {};
  const language = mapping.language ?? 'en';
  const injects = tablesOf(root[`${of}_injects`]).toSorted(
    (a, b) => dueOf(a) - dueOf(b) || compare(titleOf(a), titleOf(b)),
  );
  const written = injects.map(
    (inject) => /^\s*(\d{1,4})\s*[-–.:)]\s/.exec(textOf(inject['inject_title']))?.[1] ?? '',
  );
  const serials = new Serials(written);
  const given = injects.map((inject, index) => {
    const remarks: Remark[] = [];
    return { inject, remarks, serial: serials.give(written[index]!, textOf(inject['inject_id']), remarks) };
  });
  const scope: Scope = {
    language,
    serials: new Map(given.map(({ inject, serial }) => [textOf(inject['inject_id']), { serial, inject }])),
    teams: new Map(
      tablesOf(root[`${of}_teams`]).map((team) => [
        textOf(team['team_id']),
        textOf(team['team_name']).trim(),
      ]),
    ),
    documents: documentsOf(root[`${of}_documents`], entries, path),
  };
  const rows = given.map(({ inject, remarks, serial }, index) =>
    rowOf(inject, { serial, row: index + 1, remarks }, scope),
  );
  const report = given.map(({ remarks, serial }, index): RowReport => ({
    sheet: path,
    row: index + 1,
    outcome: remarks.length === 0 ? 'taken' : 'remarked',
    serial,
    remarks,
  }));
  const title = textOf(about[`${of}_name`]).trim();
  const situation = plainText(textOf(about[`${of}_description`]));
  const documents = [...scope.documents.values()].flatMap(({ bytes, file }) =>
    bytes ? [[file, bytes] as const] : [],
  );
  return {
    rows,
    report,
    columns: [],
    startex: startexOf([], mapping.startex, day),
    language,
    ...(title === '' ? {} : { title }),
    ...(situation === '' ? {} : { situation }),
    files: new Map([[`${SOURCE}/${base(path)}`, entries.get(path)!], ...documents]),
  };
}

interface Scope {
  readonly language: 'en' | 'ko' | 'ja';
  readonly serials: ReadonlyMap<string, { readonly serial: string; readonly inject: Table }>;
  readonly teams: ReadonlyMap<string, string>;
  readonly documents: ReadonlyMap<string, Document>;
}

interface Document {
  readonly file: string;
  readonly bytes: Uint8Array | undefined;
}

function documentsOf(
  value: Json | undefined,
  entries: ReadonlyMap<string, Uint8Array>,
  json: string,
): ReadonlyMap<string, Document> {
  return new Map(
    tablesOf(value).map((document) => {
      const names = [textOf(document['document_target']), textOf(document['document_name'])].filter(
        (each) => each !== '',
      );
      const found = [...entries].find(
        ([path]) => path !== json && names.some((name) => path === name || base(path) === name),
      );
      return [
        textOf(document['document_id']),
        { file: `${SOURCE}/${base(found?.[0] ?? names[0] ?? '')}`, bytes: found?.[1] },
      ];
    }),
  );
}

function base(path: string): string {
  const name = path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    .replaceAll(/[:\0]/g, '_')
    .trim();
  return ['', '.', '..'].includes(name) ? 'file' : name;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function titleOf(inject: Table): string {
  return textOf(inject['inject_title']).replace(/^\s*\d+/, (digits) => digits.trim().padStart(6, '0'));
}

/** Seconds after the start. */
function dueOf(inject: Table): number {
  const value = inject['inject_depends_duration'];
  return typeof value === 'number' && Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0;
}

/** Keys whose whole content the row holds, and the description of the injector, which is the same for all and stands in the original. */
const HELD: readonly string[] = ['inject_content', 'inject_depends_duration', 'inject_injector_contract'];

function rowOf(
  inject: Table,
  { remarks, row, serial }: { readonly serial: string; readonly row: number; readonly remarks: Remark[] },
  scope: Scope,
): MselRow {
  const { language } = scope;
  const content = tableOf(inject['inject_content']) ?? {};
  const contract = tableOf(inject['inject_injector_contract']) ?? {};
  const remark = (code: Remark['code'], key: string, params: Remark['params'] = {}): void =>
    void remarks.push({ code, cell: key, params });
  const title = clean(textOf(content['subject'])) || clean(textOf(inject['inject_title']));
  const body = plainText(
    textOf(content['body']) || textOf(content['message']) || textOf(inject['inject_description']),
  );
  const sender = /^(?:sender|from|expéditeur)\s*:\s*([^\n]{1,120})/i.exec(body)?.[1]?.trim();
  const expectations = tablesOf(content['expectations']);
  const says = expectations.map(
    (each) =>
      plainText(textOf(each['expectation_description'])).replaceAll('\n', ' ') ||
      clean(textOf(each['expectation_name'])),
  );
  const expected = says.filter((each) => each !== '').join('\n');
  const known = isList(inject['inject_teams']) ? inject['inject_teams'] : [];
  const ids = known.map((team) => (typeof team === 'string' ? team : textOf(tableOf(team)?.['team_id'])));
  const all = inject['inject_all_teams'] === true;
  const to = all ? [...scope.teams.values()] : ids.map((id) => scope.teams.get(id) ?? id);
  const enabled = inject['inject_enabled'] !== false;
  if (!enabled) remark('disabled', 'inject_enabled');
  const { due, rest } = dependence(inject, scope, remark);
  return {
    at: { sheet: SOURCE, row },
    serial,
    part: '',
    due,
    kind: expected === '' ? 'contextual' : 'expected-action',
    status: enabled ? 'ready' : 'draft',
    method: methodFor(contract),
    from: { [language]: sender ?? { en: 'Exercise control', ko: '훈련통제단', ja: '演習統裁部' }[language] },
    to: [...new Set(to)].filter((name) => name !== ''),
    title: { [language]: title || serial },
    text: { [language]: body || title || serial },
    expected: expected === '' ? {} : { [language]: expected },
    tasks: [],
    controller: '',
    notes: {},
    attachments: attachmentsOf(inject, scope, remark),
    rest,
    extra: extraOf(inject, content, contract),
  };
}

function attachmentsOf(
  inject: Table,
  { documents }: Scope,
  remark: (code: 'file-missing', key: string, params: Remark['params']) => void,
): readonly string[] {
  const list = isList(inject['inject_documents']) ? inject['inject_documents'] : [];
  const ids = list.map((each) =>
    typeof each === 'string'
      ? each
      : textOf(tableOf(each)?.['document_id'] ?? tableOf(each)?.['inject_document']),
  );
  return ids.flatMap((id) => {
    const document = documents.get(id);
    if (document?.bytes) return [document.file];
    remark('file-missing', 'inject_documents', { text: shown(document?.file ?? id) });
    return [];
  });
}

/** An inject that depends on others is a branch: it is sent so long after the last of them as its own time is after theirs. */
function dependence(
  inject: Table,
  { serials }: Scope,
  remark: (code: 'link-unknown', key: string, params: Remark['params']) => void,
): { readonly due: RowDue; readonly rest: string } {
  const depends = isList(inject['inject_depends_on']) ? inject['inject_depends_on'] : [];
  const own = textOf(inject['inject_id']);
  const time = { due: { type: 'time', after: dueOf(inject) as Duration }, rest: '' } as const;
  if (depends.length === 0) return time;
  const parents = [...new Set(depends.flatMap((each) => [...parentIds(each)]))].filter((id) => id !== own);
  const unknown = parents.find((id) => !serials.has(id));
  if (parents.length === 0 || unknown !== undefined) {
    remark('link-unknown', 'inject_depends_on', { text: shown(unknown ?? '') });
    return { due: { type: 'reserve' }, rest: '' };
  }
  const found = parents.map((id) => serials.get(id)!);
  const latest = found.reduce((most, each) => Math.max(most, dueOf(each.inject)), 0);
  const delay = Math.max(0, dueOf(inject) - latest);
  const sentences = found.map(({ serial }) => `sent ${serial}`);
  const when = sentences.length === 1 ? sentences[0]! : { allOf: sentences };
  const rest = filled({ when, delay: delay === 0 ? undefined : showDuration(delay as Duration) });
  return { due: { type: 'branch' }, rest: clean(writePlain(rest)) };
}

function* parentIds(value: Json | undefined): Generator<string> {
  if (typeof value === 'string') yield value;
  const table = tableOf(value);
  if (!table) return;
  const relationship = tableOf(table['dependency_relationship']) ?? table;
  const parent = relationship['inject_parent_id'] ?? relationship['inject_parent'];
  if (typeof parent === 'string') yield parent;
}

const METHODS: readonly (readonly [RegExp, Method])[] = [
  [/mail|sms|message/i, 'message'],
  [/mastodon|twitter|social/i, 'social-media'],
  [/media|channel/i, 'news'],
  [/phone|call/i, 'telephone'],
  [/manual/i, 'other'],
];

function methodFor(contract: Table): Method {
  const type = textOf(contract['injector_contract_injector_type']);
  return (
    methodOf(type) ?? METHODS.find(([word]) => word.test(type))?.[1] ?? (type === '' ? 'message' : 'system')
  );
}

function isNothing(value: Json | undefined): boolean {
  return value === null || value === undefined || value === '' || (isList(value) && value.length === 0);
}

function show(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function extraOf(inject: Table, content: Table, contract: Table): Readonly<Record<string, string>> {
  const own = Object.entries(inject).filter(([key]) => !HELD.includes(key));
  const inner = Object.entries(content).map(([key, value]) => [`inject_content.${key}`, value] as const);
  const of = ['injector_contract_id', 'injector_contract_injector_type', 'injector_contract_labels'] as const;
  const injector = of.map((key) => [key, contract[key] ?? null] as const);
  const kept = [...own, ...inner, ...injector].filter(([, value]) => !isNothing(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, show(value)]));
}
