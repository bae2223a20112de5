/** How a server is set up: from options and the environment, options first. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { catalogue, type Text } from '@foedus/kernel';
import en from './config.en.json' with { type: 'json' };
import ja from './config.ja.json' with { type: 'json' };
import ko from './config.ko.json' with { type: 'json' };

export const CONFIG_MESSAGES = { en, ko, ja };
type Message = keyof typeof en;
const say = catalogue<Message>(CONFIG_MESSAGES);

export interface Config {
  /** The address to listen on. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** The folder of the embedded store, the keys and the published files of the record. */
  readonly data: string;
  /** Of a PostgreSQL server; absent: the embedded store. */
  readonly databaseUrl?: string;
  /** Where the pages are reached: `https://foedus.example`; absent: where it listens. */
  readonly origin?: string;
  /** One person on this machine may try every seat. */
  readonly demo: boolean;
  /** The folder with arrangements. */
  readonly arrangements: string;
  /** The folder with scenarios of exercises; where there is none, none lie on the shelf. */
  readonly scenarios: string;
  /** The folder of the built pages; absent: the API alone. */
  readonly pages?: string;
  /** The proxies whose X-Forwarded-For is believed: IP addresses and networks, joined by commas; absent: none. */
  readonly proxies?: string;
  /** Requests in a minute, of a principal or an address. */
  readonly rateLimit: number;
  readonly log: (typeof LOG_LEVELS)[number];
  /** An identity provider (OpenID Connect): its issuer, and as what this server is known to it. */
  readonly oidcIssuer?: string;
  readonly oidcClientId?: string;
  readonly oidcClientSecret?: string;
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** What each setting is called in the environment. */
export const VARIABLES = {
  host: 'FOEDUS_HOST',
  port: 'FOEDUS_PORT',
  data: 'FOEDUS_DATA',
  databaseUrl: 'DATABASE_URL',
  origin: 'FOEDUS_ORIGIN',
  demo: 'FOEDUS_DEMO',
  arrangements: 'FOEDUS_ARRANGEMENTS',
  scenarios: 'FOEDUS_SCENARIOS',
  pages: 'FOEDUS_PAGES',
  proxies: 'FOEDUS_PROXIES',
  rateLimit: 'FOEDUS_RATE_LIMIT',
  log: 'FOEDUS_LOG',
  oidcIssuer: 'FOEDUS_OIDC_ISSUER',
  oidcClientId: 'FOEDUS_OIDC_CLIENT_ID',
  oidcClientSecret: 'FOEDUS_OIDC_CLIENT_SECRET',
} as const satisfies Record<keyof Config, string>;
type Setting = keyof Config;

export type Settings = Readonly<Partial<Record<Setting, string | number | boolean | undefined>>>;

/** A setting that can't be used. */
export interface ConfigFault {
  readonly code: Message;
  readonly setting: Setting;
  /** What was found, what was expected and what to do. */
  readonly says: Text;
}

export type ReadConfig =
  | { readonly ok: true; readonly value: Config }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

const whole = (least: number, most: number) => z.coerce.number().pipe(z.int().min(least).max(most));
const SHAPES = {
  host: z.string().min(1),
  port: whole(0, 65_535),
  data: z.string().min(1),
  databaseUrl: z.string().regex(/^postgres(?:ql)?:\/\//),
  origin: z.string().regex(/^https?:\/\/[^/?#@]+$/),
  demo: z.union([
    z.boolean(),
    z.enum(['true', 'false', '1', '0']).transform((is) => is === 'true' || is === '1'),
  ]),
  arrangements: z.string().min(1),
  scenarios: z.string().min(1),
  pages: z.string().min(1),
  proxies: z.string().refine((list) => list.split(',').every(isNetwork)),
  rateLimit: whole(1, 10_000_000),
  log: z.enum(LOG_LEVELS),
  oidcIssuer: z.url({ protocol: /^https?$/ }),
  oidcClientId: z.string().min(1),
  oidcClientSecret: z.string().min(1),
};

/** The address of a database may hold a password. */
const SECRET: ReadonlySet<Setting> = new Set(['databaseUrl', 'oidcClientSecret']);

const DEFAULTS = {
  host: '127.0.0.1',
  port: 4730,
  data: 'data',
  demo: false,
  arrangements: 'arrangements',
  scenarios: 'scenarios',
  rateLimit: 1200,
  log: 'info',
} as const;

/** All that is wrong, or the configuration. */
export function readConfig(
  options: Settings,
  environment: Readonly<Record<string, string | undefined>>,
): ReadConfig {
  const faults: ConfigFault[] = [];
  const fault = (code: Message, setting: Setting, found = ''): void => {
    faults.push({ code, setting, says: say(code, { found, variable: VARIABLES[setting] }) });
  };
  const read: Record<string, unknown> = {};
  for (const setting of Object.keys(SHAPES) as Setting[]) {
    const fromOutside = environment[VARIABLES[setting]];
    const given = options[setting] ?? (fromOutside === '' ? undefined : fromOutside);
    if (given === undefined) continue;
    const parsed = SHAPES[setting].safeParse(given);
    if (parsed.success) read[setting] = parsed.data;
    else fault(`bad-${setting}`, setting, SECRET.has(setting) ? '…' : String(given));
  }
  const config = { ...DEFAULTS, ...read } as Config;
  const beyond = !isLoopback(config.host);
  if (config.demo && beyond) fault('demo-beyond', 'demo', config.host);
  else if (beyond && config.origin === undefined) fault('origin-missing', 'origin', config.host);
  else if (beyond && config.origin?.startsWith('http:')) fault('origin-insecure', 'origin', config.origin);
  const half = (config.oidcIssuer === undefined) !== (config.oidcClientId === undefined);
  if (half && !faults.some(({ setting }) => setting.startsWith('oidc')))
    fault('oidc-half', config.oidcIssuer === undefined ? 'oidcIssuer' : 'oidcClientId');
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: config };
}

/** `10.0.0.7` or `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = '', bits = '0', ...more] = text.trim().split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

/** Whether only this machine reaches what listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
