/** The master scenario events list as it stands, and steering it. */
import type { exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Condition } from '../../parts/condition.tsx';
import { useSay } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import { useQuery } from '../query.ts';
import { Behind } from './behind.tsx';
import { BoardTable, ROWS } from './board-table.tsx';
import { ClockControls } from './clock-controls.tsx';
import { Filters } from './filters.tsx';
import { filtered, nextDue } from './filtering.ts';
import { InjectDetail } from './inject-detail.tsx';
import { InjectDialog } from './inject-dialog.tsx';
import { RefusedActs } from './refused-acts.tsx';
import { say } from './words.ts';

export function Board(): ReactNode {
  const { scenario, seen } = usePlaying();
  const told = useSay(say);
  const [looking, look] = useQuery();
  const [inserting, setInserting] = useState(false);
  const board = seen.board ?? [];
  const rows = filtered(board, scenario, looking);
  const next = nextDue(rows);
  const chosen = board.find(({ inject }) => inject.id === looking['inject']);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS));
  const page = Math.min(pages - 1, Math.max(0, Number(looking['page'] ?? 0) || 0));
  const choose = (id: string): void => look({ inject: id });
  const goNext = ({ inject }: exercise.InjectState): void =>
    look({
      inject: inject.id,
      page: String(Math.floor(rows.findIndex((e) => e.inject.id === inject.id) / ROWS)),
    });
  return (
    <>
      <ClockControls />
      <div className="control-now">
        <section className="panel stack" aria-labelledby="board-title">
          <div className="panel-head">
            <h2 id="board-title">{told('board')}</h2>
            <div className="cluster screen-only">
              {next && <Button onPress={() => goNext(next)}>{told('next-due')}</Button>}
              <Button onPress={() => setInserting(true)}>{told('insert')}</Button>
            </div>
          </div>
          <Filters looking={looking} look={look} />
          {rows.length === 0 ? (
            <Condition sign="∅" title={told('rows-none')} />
          ) : (
            <div className="board">
              <BoardTable
                rows={rows.slice(page * ROWS, (page + 1) * ROWS)}
                chosen={chosen?.inject.id}
                choose={choose}
              />
            </div>
          )}
          {rows.length > 0 && (
            <p className="cluster">
              <span className="soft">
                {told('rows', {
                  from: page * ROWS + 1,
                  to: Math.min(rows.length, (page + 1) * ROWS),
                  count: rows.length,
                })}
              </span>
              {pages > 1 && (
                <>
                  <Button
                    sign
                    aria-label={told('page-before')}
                    isDisabled={page === 0}
                    onPress={() => look({ page: String(page - 1) })}
                  >
                    ‹
                  </Button>
                  <Button
                    sign
                    aria-label={told('page-after')}
                    isDisabled={page === pages - 1}
                    onPress={() => look({ page: String(page + 1) })}
                  >
                    ›
                  </Button>
                </>
              )}
            </p>
          )}
        </section>
        <div className={chosen ? 'stack control-chosen' : 'stack'}>
          {chosen ? (
            <InjectDetail key={chosen.inject.id} of={chosen} close={() => look({ inject: '' })} />
          ) : (
            <p className="panel soft">{told('choose-inject')}</p>
          )}
          <Behind />
          <RefusedActs />
        </div>
      </div>
      {inserting && <InjectDialog onClose={() => setInserting(false)} />}
    </>
  );
}
