/** What an inject changes in the world, in words. */
import { eachLang, nameOf, type Arrangement, type exercise, type Text } from '@foedus/kernel';
import { worded } from '../wording.tsx';
import { say } from './words.ts';

export function effectInWords(arrangement: Arrangement, effect: exercise.WorldEffect): Text {
  const name = (id: string): Text => nameOf(arrangement, id);
  switch (effect.type) {
    case 'condition':
      return say(effect.holds ? 'effect-holds' : 'effect-holds-not', { what: name(effect.condition) });
    case 'link-down':
    case 'link-up': {
      const { of, with: other } = effect;
      const what =
        other === undefined ? name(of) : eachLang((lang) => `${name(of)[lang]} – ${name(other)[lang]}`);
      return say(`effect-${effect.type}`, { what });
    }
    case 'absent':
    case 'present':
      return say(`effect-${effect.type}`, { what: name(effect.seat) });
    case 'succeed':
      return say('effect-succeed', {
        what: name(effect.seat),
        holder: eachLang((lang) => worded(effect.holder, lang).text),
      });
    case 'suspend':
    case 'restore':
      return say(`effect-${effect.type}`, { what: name(effect.rule) });
  }
}
