/** The language of a list, by its letters: Hangul, kana, or neither. */
import type { Lang } from '../text/lang.ts';
import type { Line, Sheet } from './book.ts';

/** As many letters are looked at as tell. */
const ENOUGH = 20_000;

export function languageOf(
  lists: readonly { readonly sheet: Sheet; readonly header: Line | undefined }[],
): Lang {
  const seen: Record<Lang, number> = { en: 0, ko: 0, ja: 0 };
  let total = 0;
  for (const { sheet, header } of lists) {
    if (!header) continue;
    for (const line of sheet.lines) {
      for (const { text } of line.cells.values()) {
        seen.ko += text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
        seen.ja += text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
        seen.en += (text.match(/[A-Za-z]/g)?.length ?? 0) / 4;
        total += text.length;
      }
      if (total > ENOUGH) break;
    }
  }
  if (seen.ko > seen.ja && seen.ko >= seen.en) return 'ko';
  return seen.ja >= seen.en && seen.ja > 0 ? 'ja' : 'en';
}
