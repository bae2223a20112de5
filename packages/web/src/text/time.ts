/** Days and moments as people of a language write them. */
import type { Day, Lang } from '@foedus/kernel';

const known = new Map<string, Intl.DateTimeFormat>();

function format(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${JSON.stringify(options)}`;
  const made = known.get(key) ?? new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, options);
  known.set(key, made);
  return made;
}

export function day(on: Day, lang: Lang): string {
  return format(lang, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`));
}

/** A moment, in milliseconds since 1970, in the zone of whoever looks. */
export function moment(at: number, lang: Lang): string {
  return format(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** Day and time to the second, in the zone of whoever looks, without the year: for what follows one upon the other. */
export function timeInCourse(at: number, lang: Lang): string {
  return format(lang, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
