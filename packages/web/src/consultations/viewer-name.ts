/** As whom somebody looks, in words. */
import { nameOf, type Arrangement, type consultation, type Text } from '@foedus/kernel';
import { say } from './words.ts';

export function viewerName(arrangement: Arrangement, viewer: consultation.Viewer): Text {
  switch (viewer.as) {
    case 'seat':
      return nameOf(arrangement, viewer.seat);
    case 'party':
      return say('staff-of', { party: nameOf(arrangement, viewer.party) });
    case 'public':
      return say('public');
  }
}
