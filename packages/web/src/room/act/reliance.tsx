/** On what one relies where the texts, or the world, leave something open. It is kept on the record. */
import { circumstanceInWords } from '@foedus/kernel';
import type { consultation } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Segmented } from '../../parts/segmented.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';
import { departs } from './departs.ts';
import type { Draft } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly change: (more: Partial<Draft>) => void;
  readonly option: consultation.Option | undefined;
}

const NOTHING = 'nothing';

export function Reliance({ draft, change, option }: Props): ReactNode {
  const { arrangement } = useRoom();
  const told = useSay(say);
  const text = useText();
  const offered = [
    ...(option?.where ?? []),
    ...(draft.refused?.refusal?.where ?? []),
    ...(draft.relyingOn ? [draft.relyingOn] : []),
  ];
  const byText = new Map(offered.map((each) => [JSON.stringify(each), each]));
  return (
    <div className="stack-tight">
      <p className="field-label">{told('relying-on')}</p>
      <Segmented
        upright
        label={told('relying-on')}
        chosen={draft.relyingOn ? JSON.stringify(draft.relyingOn) : NOTHING}
        onChoose={(id) => change({ relyingOn: byText.get(id) })}
        choices={[
          { id: NOTHING, label: told('relying-on-nothing') },
          ...[...byText].map(([id, each]) => ({
            id,
            label: (
              <span>
                {text(circumstanceInWords(arrangement, each))}
                {option && departs(option, each) && (
                  <span className="field-hint"> {told('departs-there')}</span>
                )}
              </span>
            ),
          })),
        ]}
      />
      <p className="field-hint">{told('relying-on-help')}</p>
    </div>
  );
}
