/**
 * Korean particles have one form after a vowel and another after a consonant. Messages write both, `은(는)`, and the right
 * one is chosen from the letter before. Rule: Unicode's composition of Hangul syllables (final consonant = code mod 28).
 */
const PAIRS: Readonly<Record<string, readonly [afterConsonant: string, afterVowel: string]>> = {
  '은(는)': ['은', '는'],
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '과(와)': ['과', '와'],
  '(으)로': ['으로', '로'],
  '(이)라': ['이라', '라'],
  '(이)': ['이', ''],
};
// What stands in brackets after a word is read over: the particle follows the word, 핵협의그룹(NCG)을.
const PATTERN =
  /([\p{L}\p{N}])(\([^()]*\))?([\]'"’”」』]*)(은\(는\)|이\(가\)|을\(를\)|과\(와\)|\(으\)로|\(이\)라|\(이\)(?=[가-힣]))/gu;

/** Digits as they are read aloud: 0 영, 1 일, 3 삼, 6 육, 7 칠, 8 팔 end in a consonant; of these 1, 7 and 8 in ㄹ. */
const DIGIT_FINAL: Readonly<Record<string, 'none' | 'rieul' | 'other'>> = {
  '0': 'other',
  '1': 'rieul',
  '2': 'none',
  '3': 'other',
  '4': 'none',
  '5': 'none',
  '6': 'other',
  '7': 'rieul',
  '8': 'rieul',
  '9': 'none',
};

function final(letter: string): 'none' | 'rieul' | 'other' {
  const code = letter.codePointAt(0)! - 0xac00;
  if (code >= 0 && code < 11172) return code % 28 === 0 ? 'none' : code % 28 === 8 ? 'rieul' : 'other';
  const digit = DIGIT_FINAL[letter];
  if (digit) return digit;
  // Letters of the Latin alphabet are read by their names: L 엘, M 엠, N 엔, R 아르; the others end in a vowel.
  if (/[lL]/.test(letter)) return 'rieul';
  return /[mnMN]/.test(letter) ? 'other' : 'none';
}

/** Chooses every particle in a Korean string by the letter before it. */
export function chooseParticles(text: string): string {
  return text.replace(
    PATTERN,
    (_, letter: string, bracketed: string | undefined, closing: string, pair: string) => {
      const [afterConsonant, afterVowel] = PAIRS[pair]!;
      const end = final(letter);
      const consonant = end === 'other' || (end === 'rieul' && pair !== '(으)로');
      return letter + (bracketed ?? '') + closing + (consonant ? afterConsonant : afterVowel);
    },
  );
}
