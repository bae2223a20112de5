/** What a viewer may take away of a consultation: every item with its marking and originator in words, so that they go where the text goes. */
import type { Arrangement } from '../arrangement/model.ts';
import { nameOf } from '../authority/words.ts';
import { catalogue, list, plain } from '../text/catalogue.ts';
import type { Text } from '../text/lang.ts';
import en from './extract.en.json' with { type: 'json' };
import ja from './extract.ja.json' with { type: 'json' };
import ko from './extract.ko.json' with { type: 'json' };
import type { SeenItem } from './item.ts';
import type { Marking } from './marking.ts';
import type { Case, Consultation } from './state.ts';
import { seenBy, type SeenEntry } from './view.ts';
import { isViewer, type Viewer } from './viewer.ts';

const say = catalogue({ en, ko, ja });

export interface Extract {
  readonly viewer: Viewer;
  readonly whatIf: boolean;
  readonly case: Case;
  /** For whom it is, and whether it is a record. */
  readonly heading: readonly Text[];
  readonly items: readonly MarkedItem[];
}

export interface MarkedItem extends SeenEntry {
  /** To be shown with the item wherever it is shown: its marking, its originator, what it was made from, and that it was recalled. */
  readonly labels: readonly Text[];
}

/** `undefined`: to who is no seat and no party on the day, there is nothing to give. */
export function extract(arrangement: Arrangement, state: Consultation, viewer: Viewer): Extract | undefined {
  if (!isViewer(arrangement, state.case.at, viewer)) return undefined;
  const { case: kase, whatIf } = state;
  return {
    viewer,
    whatIf,
    case: kase,
    heading: [
      ...(whatIf ? [say('what-if')] : []),
      say('heading', { case: kase.id, viewer: viewerInWords(arrangement, viewer) }),
    ],
    items: seenBy(arrangement, state, viewer).history.map((item) => ({
      ...item,
      labels: labelsOf(arrangement, item),
    })),
  };
}

function labelsOf(
  arrangement: Arrangement,
  { command, markings, originator, recalled }: SeenItem,
): readonly Text[] {
  const from = 'from' in command ? command.from : undefined;
  return [
    say('marking', {
      to: list(markings.map((each) => markingInWords(arrangement, each))),
      originator: listed(arrangement, originator),
    }),
    ...(from ? [say(from.relation, { item: from.of })] : []),
    ...(recalled ? [say('recalled')] : []),
  ];
}

export function markingInWords(arrangement: Arrangement, marking: Marking): Text {
  switch (marking.to) {
    case 'party':
      return say('marking.party', { party: nameOf(arrangement, marking.party) });
    case 'parties':
      return say('marking.parties', { parties: listed(arrangement, marking.parties) });
    case 'seats':
      return say('marking.seats', { seats: listed(arrangement, marking.seats) });
    case 'all':
      return say('marking.all');
  }
}

function viewerInWords(arrangement: Arrangement, viewer: Viewer): Text {
  switch (viewer.as) {
    case 'seat':
      return nameOf(arrangement, viewer.seat);
    case 'party':
      return nameOf(arrangement, viewer.party);
    case 'public':
      return say('public');
  }
}

function listed(arrangement: Arrangement, ids: readonly string[]): Text {
  return ids.length === 0 ? plain('–') : list(ids.map((id) => nameOf(arrangement, id)));
}
