/** The pictures of the documentation: what each shows, and what is there only when all of it is. */

export const LANGS = ['en', 'ko', 'ja'] as const;
export type PictureLang = (typeof LANGS)[number];

export interface Picture {
  /** The file is `name-lang.png`. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** A selector. */
  readonly ready: string;
}

export interface PictureOfPage extends Picture {
  /** After the language; `case` stands for the id of a furnished consultation, `exercise` for that of an exercise. */
  readonly path: string;
  /** What is clicked, one after the other. */
  readonly clicks?: readonly string[];
}

/** What `foedus report` writes. */
export const REPORT: Picture = { name: 'report', width: 1280, height: 1150, ready: 'main' };

export const PAGES: readonly PictureOfPage[] = [
  {
    name: 'map',
    path: 'arrangements/rok-us?at=2025-01-01&outcome=execute+on+kill-chain&without=cfc-commander',
    width: 1440,
    height: 1000,
    ready: '.map .node >> nth=20',
  },
  {
    name: 'compare',
    path: 'arrangements/rok-us/compare?at=2025-01-01&with=nato',
    width: 1440,
    height: 1000,
    ready: '.matrix td',
  },
  {
    name: 'room',
    path: 'consultations/case/seat%3Arok-presidency',
    width: 1440,
    height: 1100,
    ready: '.course .item >> nth=5',
    clicks: ['.options-proper .option-row button >> nth=1'],
  },
  {
    name: 'exercise',
    path: 'exercises/exercise/director',
    width: 1440,
    height: 1000,
    ready: '.board [data-state="sent"] >> nth=3',
    clicks: ['.board [data-state="sent"] .row-open >> nth=2'],
  },
];

/** The names of all files. */
export function pictureFiles(): readonly string[] {
  return [REPORT, ...PAGES].flatMap(({ name }) => LANGS.map((lang) => `${name}-${lang}.png`));
}
