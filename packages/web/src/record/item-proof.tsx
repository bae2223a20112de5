import type { consultation } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { RecordStateTag } from '../parts/record-state.tsx';
import { useSay, useText } from '../text/speak.ts';
import { useSetting } from '../room/room.ts';
import { useProofs } from './proofs.tsx';
import { say } from './words.ts';

/** How an item stands on the record, and its proof at a click. Of a what-if there is neither. */
export function ItemProof({ item }: { readonly item: consultation.SeenEntry }): ReactNode {
  const { whatIf } = useSetting();
  const { busy, of, prove } = useProofs();
  const told = useSay(say);
  const text = useText();
  if (whatIf) return null;
  const found = of(item.id);
  return (
    <span className="item-proof">
      <RecordStateTag state={found?.is ?? 'recorded'} />
      {found?.is === 'verified' && (
        <span className="soft">{told('at-place', { index: found.index, size: found.size })}</span>
      )}
      {found?.is === 'recorded' && <span className="soft">{told('no-proof')}</span>}
      {found?.is === 'broken' && (
        <span className="field-wrong">{found.says ? text(found.says) : told('says-otherwise')}</span>
      )}
      {found?.is !== 'verified' && (
        <span className="screen-only">
          <Button
            weight="quiet"
            isDisabled={busy(item.id)}
            onPress={() => void prove(item)}
            aria-label={told('prove-item', { number: item.number })}
          >
            {told(busy(item.id) ? 'checking' : 'prove')}
          </Button>
        </span>
      )}
    </span>
  );
}
