/** A marking as one writes it on a command line: `all`, `party:rok`, `parties:rok,us`, `seats:rok-president,us-president`. */
import type { consultation } from '@foedus/kernel';
import { misuse } from '../stop.ts';
import { sayConsult } from './words.ts';

export function readMarking(text: string): consultation.Marking {
  const [kind, ids = ''] = text.split(/:(.*)/s, 2) as [string, string?];
  const names = ids.split(',').filter((each) => each !== '');
  switch (kind) {
    case 'all':
      if (names.length === 0) return { to: 'all' };
      break;
    case 'party':
      if (names.length === 1) return { to: 'party', party: names[0]! };
      break;
    case 'parties':
      if (names.length > 0) return { to: 'parties', parties: names };
      break;
    case 'seats':
      if (names.length > 0) return { to: 'seats', seats: names };
      break;
    default:
  }
  throw misuse(sayConsult('bad-marking', { text }), sayConsult('bad-marking-hint'));
}
