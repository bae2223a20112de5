/** docs/api.md: every address of the API, from the OpenAPI document that the server gives of itself. */
import { consultation } from '@foedus/kernel';
import { PROBLEM_MESSAGES, STATUSES } from '../problem.ts';

/** As much of OpenAPI 3.1 as the document makes use of. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
  readonly description?: string;
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const INTRODUCTION = `# The API

Everything that the pages do goes through this API, and can be scripted. \`GET /api/openapi.json\` describes it whole (OpenAPI 3.1, from the same
schemas that check every request); this page is made from it.

- Who one is comes from a session or from a token (\`Authorization: Bearer …\`, see [accounts](accounts.md)). As whom one looks stands in the
  address: \`seat:<id>\`, \`party:<id>\` or \`public\`. What one may not see is answered as what is not there.
- A command has a \`key\` of the seat's own choice. Sent again under it, it is recorded once and answered as it was then; so send it again when
  no answer came.
- A cursor is the number of the last update that one was told. It is the same on every process of a server, so updates go on anywhere where they
  were cut: with \`Last-Event-ID\` or \`?after=\`.
- Errors are problems (RFC 9457) with a stable \`code\`, what was wrong, what was expected and what to do, in the language that
  \`Accept-Language\` asks for (en, ko, ja). A refusal of the arrangement is a problem with status 422, the refusal's code, the rules with their sources
  and what is missing.
- An exercise says \`"kind": "exercise"\` wherever it is seen, and every response of a demonstration says \`Foedus-Demo: true\`.
`;

/** The page, with a worked example. */
export function apiPage({ paths }: OpenApi, example: string): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'others');
  return [
    INTRODUCTION,
    '## From opening to closing\n',
    example,
    ...[...sections].flatMap(([tag, all]) => [
      `## ${tag[0]!.toUpperCase()}${tag.slice(1)}\n`,
      ...all.map(({ method, operation, path }) => operationPart(method, path, operation)),
    ]),
    problemsPart(),
  ].join('\n');
}

function operationPart(method: string, path: string, operation: Operation): string {
  const { description, parameters = [], requestBody, responses = {}, summary } = operation;
  const asked = parameters.filter((each) => each.in !== 'path').map(parameterLine);
  const bodies = Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => bodyLines(schema));
  const answer = Object.entries(responses['200']?.content ?? {}).map(
    ([type, { schema }]) => `Answers ${type}${schema ? `: \`${brief(schema)}\`` : ''}`,
  );
  return [
    `### \`${method.toUpperCase()} ${path}\`\n`,
    `${summary ?? ''}.${description === undefined ? '' : ` ${description}`}\n`,
    ...(asked.length > 0 ? [`${asked.join('\n')}\n`] : []),
    ...(bodies.length > 0 ? [`${bodies.join('\n')}\n`] : []),
    ...(answer.length > 0 ? [`${answer.join('; ')}.\n`] : []),
  ].join('\n');
}

function parameterLine({ description, in: where, name, required, schema }: Parameter): string {
  const said = description ?? schema.description;
  return `- \`${name}\` (${where}${required ? '' : ', may be left out'}): ${brief(schema)}${said === undefined ? '' : `. ${said}`}`;
}

/** A choice of bodies is a line for each. */
function bodyLines(schema: Schema): readonly string[] {
  return (schema.oneOf ?? schema.anyOf ?? [schema]).map((each) => `- body \`${brief(each)}\``);
}

/** A schema on one line, two levels deep. */
function brief(schema: Schema, depth = 2): string {
  const { anyOf, const: only, enum: words, items, oneOf, properties, required = [], type } = schema;
  if (only !== undefined) return JSON.stringify(only);
  if (words) return words.map((word) => JSON.stringify(word)).join(' | ');
  const choice = oneOf ?? anyOf;
  if (choice) return depth === 0 ? '…' : choice.map((each) => brief(each, depth - 1)).join(' | ');
  if (items) return `[${brief(items, depth)}]`;
  if (!properties) return [type ?? 'any'].flat().join(' | ');
  if (depth === 0) return '{…}';
  const members = Object.entries(properties).map(
    ([name, each]) => `${name}${required.includes(name) ? '' : '?'}: ${brief(each, depth - 1)}`,
  );
  return `{ ${members.join(', ')} }`;
}

function problemsPart(): string {
  const { en } = PROBLEM_MESSAGES;
  const rows = Object.entries(STATUSES).map(([code, status]) => {
    const said = en as Readonly<Record<string, string>>;
    return `| \`${code}\` | ${status} | ${said[`${code}.title`]} | ${said[`${code}.todo`]} |`;
  });
  return [
    '## Problems\n',
    '| code | status | what was wrong | what to do |\n|---|---|---|---|',
    ...rows,
    '',
    `Refusals of the arrangement (422): ${consultation.REFUSAL_CODES.map((code) => `\`${code}\``).join(', ')}.\n`,
  ].join('\n');
}
