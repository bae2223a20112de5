import type { Arrangement } from '@foedus/kernel';
import { useMemo, type ReactNode } from 'react';
import type { Shown } from '../api/cases.ts';
import { RoomContext, SettingContext, type Room, type Setting } from './room.ts';

interface Props {
  readonly id: string;
  readonly arrangement: Arrangement;
  readonly path: string;
  readonly seat: string | undefined;
  readonly shown: Shown;
  readonly ahead: number;
  readonly children: ReactNode;
}

/** The room for all that stands in it: what stays is told apart from what happens, so that an act draws anew what it touches alone. */
export function RoomProvider({ ahead, arrangement, children, id, path, seat, shown }: Props): ReactNode {
  const { phase, whatIf } = shown;
  const { at } = shown.case;
  const setting = useMemo(
    (): Setting => ({ id, arrangement, path, seat, at, phase, whatIf }),
    [id, arrangement, path, seat, at, phase, whatIf],
  );
  const room = useMemo(
    (): Room => ({
      ...setting,
      shown,
      ahead,
      items: new Map(shown.history.map((item) => [item.id, item])),
    }),
    [setting, shown, ahead],
  );
  return (
    <SettingContext value={setting}>
      <RoomContext value={room}>{children}</RoomContext>
    </SettingContext>
  );
}
