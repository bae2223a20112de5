import type { consultation } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useSay } from '../../text/speak.ts';
import { beginAbout } from '../act/begin.ts';
import type { Draft } from '../act/draft.ts';
import { useSetting } from '../room.ts';
import { say } from '../words.ts';
import { responsesTo } from './responses.ts';

interface Props {
  readonly item: consultation.SeenEntry;
  readonly seat: string;
  readonly begin: (draft: Draft) => void;
}

/** What the seat can say about an item. */
export function Respond({ begin, item, seat }: Props): ReactNode {
  const setting = useSetting();
  const told = useSay(say);
  const types = responsesTo(setting, seat, item);
  if (types.length === 0) return null;
  return (
    <MenuTrigger>
      <Button
        className="button button-quiet respond screen-only"
        aria-label={told('respond-to', { number: item.number })}
      >
        {told('respond')} <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <Menu className="options" aria-label={told('respond-to', { number: item.number })}>
          {types.map((type) => (
            <MenuItem
              key={type}
              id={type}
              className="option"
              onAction={() => begin(beginAbout(setting, seat, type, item))}
            >
              {told(`do-${type}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
