/** The languages Foedus speaks to people in. Every string for people exists in all of them. */
export const LANGS = ['en', 'ko', 'ja'] as const;
export type Lang = (typeof LANGS)[number];

/** A string for people, complete in every language. */
export type Text = Readonly<Record<Lang, string>>;
