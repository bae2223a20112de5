/** What a command is given by the world around it. */
import { styleText } from 'node:util';
import { LANGS, type Lang } from '@foedus/kernel/text';

export type Style = Parameters<typeof styleText>[0];

/** Somewhere to print lines. */
export interface Paper {
  readonly print: (line?: string) => void;
  /** The text in a style, where colours are shown. */
  readonly style: (style: Style, text: string) => string;
  /** The width of the screen; `undefined` where the output is no terminal. */
  readonly columns: number | undefined;
}

export interface Shell {
  readonly cwd: string;
  readonly lang: Lang;
  readonly out: Paper;
  readonly err: Paper;
}

/** The language of `--lang`, else of the locale, else English. Does not judge `--lang`: the parser of options does. */
export function language(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Lang {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1]);
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return LANGS.find((lang) => lang === asked) ?? LANGS.find((lang) => locale.startsWith(lang)) ?? 'en';
}

/** Prints on a stream of the process. Colours follow its terminal, `NO_COLOR` and `FORCE_COLOR`. */
export function paper(stream: NodeJS.WriteStream): Paper {
  return {
    print: (line = '') => void stream.write(`${line}\n`),
    style: (style, text) => styleText(style, text, { stream }),
    columns: stream.isTTY ? stream.columns : undefined,
  };
}
