import { actInWords, circumstanceInWords, showAct, type consultation } from '@foedus/kernel';
import { memo, useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { KindTag, Tag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { beginAct } from '../act/begin.ts';
import { departs } from '../act/departs.ts';
import type { Draft } from '../act/draft.ts';
import { Grounds } from '../grounds.tsx';
import { officesOf, useSetting } from '../room.ts';
import { say } from '../words.ts';
import { Way } from './way.tsx';

interface Props {
  readonly option: consultation.Option;
  readonly seat: string;
  readonly begin: (draft: Draft) => void;
}

/** One act of the seat: whether it may be done, on which rule, and what is missing. Drawn anew only when that changes. */
export const OptionRow = memo(function OptionRow({ begin, option, seat }: Props): ReactNode {
  const setting = useSetting();
  const told = useSay(say);
  const text = useText();
  const [open, setOpen] = useState(false);
  const { act, departing, grounds, may, missing, where } = option;
  const alwaysDeparts = where.length > 0 && where.length === departing.length;
  const { by: _, ...unsaid } = act;
  // Who acts goes without saying where the seat holds one office.
  const isOnly = officesOf(setting, seat).length === 1;
  const name = text(actInWords(setting.arrangement, isOnly ? unsaid : act));
  return (
    <li className="option-row" data-act={showAct(act)}>
      <div className="option-line">
        <KindTag kind={act.kind} />
        <span className="option-name">
          {name}
          {alwaysDeparts && (
            <>
              {' '}
              <Tag mood="partly">{told('unsettled-departing')}</Tag>
            </>
          )}
        </span>
        {may !== 'refused' && (
          <Button
            weight={may === 'proper' ? 'plain' : 'quiet'}
            onPress={() => begin(beginAct(setting, seat, act))}
            aria-label={told('do-act', { act: name })}
          >
            {told('do-it')}
          </Button>
        )}
        <Button
          weight="quiet"
          aria-expanded={open}
          onPress={() => setOpen(!open)}
          aria-label={told('why-act', { act: name })}
        >
          {told('why')} <span aria-hidden="true">{open ? '▴' : '▾'}</span>
        </Button>
      </div>
      {open && (
        <div className="option-why">
          {may === 'unsettled' && (
            <>
              <p>{told('holds-where')}</p>
              <ul className="plain">
                {where.map((each) => (
                  <li key={JSON.stringify(each)}>
                    {text(circumstanceInWords(setting.arrangement, each))}
                    {!alwaysDeparts && departs(option, each) && (
                      <span className="soft"> · {told('departs-there')}</span>
                    )}
                  </li>
                ))}
              </ul>
              {alwaysDeparts && <p className="soft">{told('departs-there')}</p>}
            </>
          )}
          {may === 'refused' && (missing === null || missing.length === 0) && <p>{told('nothing-helps')}</p>}
          {missing !== null && missing.length > 0 && (
            <>
              <p>{told(may === 'departure' ? 'owed-first' : 'missing-first')}</p>
              <Way way={missing} />
            </>
          )}
          {grounds.length > 0 ? (
            <Grounds grounds={grounds} />
          ) : (
            <p className="soft">{told(may === 'refused' ? 'no-rule-lets' : 'no-rule-needed')}</p>
          )}
        </div>
      )}
    </li>
  );
});
