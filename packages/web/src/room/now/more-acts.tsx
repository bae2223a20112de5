/** What needs no power of the arrangement: asking, declaring where one may, and the running of the consultation itself. */
import { nameOf } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { begin as beginDraft } from '../act/begin.ts';
import type { CommandType, Draft } from '../act/draft.ts';
import { officesOf, useRoom } from '../room.ts';
import { say } from '../words.ts';

interface Props {
  readonly seat: string;
  readonly begin: (draft: Draft) => void;
}

export function MoreActs({ begin, seat }: Props): ReactNode {
  const room = useRoom();
  const told = useSay(say);
  const text = useText();
  const { arrangement, shown } = room;
  const { convener, matters } = shown.case;
  const offices = officesOf(room, seat);
  const isOpen = shown.phase === 'open';
  const types: readonly (readonly [CommandType, boolean])[] = [
    ['request', isOpen && matters.length > 0],
    ['request-document', isOpen],
    ['succeed', isOpen],
    ['adjourn', isOpen && seat === convener],
    ['resume', shown.phase === 'adjourned' && seat === convener],
    ['close', shown.phase !== 'closed' && seat === convener],
  ];
  const declarable = isOpen
    ? [...arrangement.conditions.values()].flatMap(({ declaredBy, id }) => {
        const office = offices.find((each) => declaredBy.includes(each));
        return office === undefined ? [] : [{ id, office }];
      })
    : [];
  const possible = types.flatMap(([type, is]) => (is ? [type] : []));
  if (possible.length + declarable.length === 0) return null;
  return (
    <div className="options-group">
      <h3>{told('more-acts')}</h3>
      <div className="cluster">
        {possible.map((type) => (
          <Button
            key={type}
            onPress={() => begin(beginDraft(room, seat, type, type === 'request' ? { on: matters[0]! } : {}))}
          >
            {told(`do-${type}`)}
          </Button>
        ))}
        {declarable.map(({ id, office }) => (
          <Button
            key={id}
            onPress={() =>
              begin(
                beginDraft(room, seat, 'declare', { on: id, office, holds: shown.conditions[id] !== true }),
              )
            }
          >
            {told('declare-condition', { condition: text(nameOf(arrangement, id)) })}
          </Button>
        ))}
      </div>
    </div>
  );
}
