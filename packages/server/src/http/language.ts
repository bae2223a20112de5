/** The language in which somebody is answered. */
import { LANGS, type Lang } from '@foedus/kernel';

/** The best of ours that Accept-Language (RFC 9110, 12.5.4) names; English when it names none. */
export function languageOf(accepted: string | undefined): Lang {
  const wanted = (accepted ?? '')
    .split(',')
    .map((each) => {
      const [range = '', ...parameters] = each
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { lang: range.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { lang } of wanted) {
    const ours = LANGS.find((each) => each === lang);
    if (ours) return ours;
  }
  return 'en';
}
