import type { ReactNode } from 'react';
import type { ExerciseView } from '../place/place.ts';
import { Board } from './control/board.tsx';
import { Cells } from './control/cells.tsx';
import { People } from './control/people.tsx';
import { Timeline } from './control/timeline.tsx';
import { ExpectedActions } from './judge/expected.tsx';
import { Guide } from './judge/guide.tsx';
import { Observations } from './judge/observations.tsx';
import { AttachedDocuments } from './play/documents.tsx';
import { Inbox } from './play/inbox.tsx';
import { Messages } from './play/messages.tsx';
import { Replay } from './review/replay.tsx';
import { Review } from './review/review.tsx';

/** What stands below the tabs. */
export function Inside({ view }: { readonly view: ExerciseView }): ReactNode {
  switch (view) {
    case 'inbox':
      return <Inbox />;
    case 'messages':
      return <Messages />;
    case 'documents':
      return <AttachedDocuments />;
    case 'board':
      return <Board />;
    case 'timeline':
      return <Timeline />;
    case 'cells':
      return <Cells />;
    case 'people':
      return <People />;
    case 'guide':
      return <Guide />;
    case 'expected':
      return <ExpectedActions />;
    case 'observations':
      return <Observations />;
    case 'review':
      return <Review />;
    case 'replay':
      return <Replay />;
  }
}
