/** The record: the logs that this viewer may read, verified here, entry by entry; and what can be taken away. */
import { nameOf } from '@foedus/kernel';
import { useId, useState, type ReactNode } from 'react';
import { useLoaded } from '../api/use-loaded.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Condition, Failure, Loading } from '../parts/condition.tsx';
import { RecordStateTag } from '../parts/record-state.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { tell } from '../parts/toast.tsx';
import { useTypeName } from '../room/course/type-name.ts';
import { useRoom } from '../room/room.ts';
import { useLang, useSay, useText } from '../text/speak.ts';
import { moment } from '../text/time.ts';
import { archiveLogs, verifyLogs } from './ask.ts';
import type { EntryRow, LogVerified } from './tasks.ts';
import { say } from './words.ts';

/** Of a long log, so many entries are shown at first: the newest. */
const SHOWN = 50;

export function RecordView(): ReactNode {
  const { path, shown } = useRoom();
  const told = useSay(say);
  // What is recorded meanwhile makes the logs longer: then they are verified anew.
  const [loaded, again] = useLoaded(`logs ${path} ${shown.cursor}`, () => verifyLogs({ path }));
  const isEmpty = loaded.state === 'ready' && loaded.value.length === 0;
  return (
    <section className="panel record-view" aria-labelledby="record-title">
      <div className="panel-head">
        <h2 id="record-title">{told('record')}</h2>
        <div className="cluster screen-only">
          <Button onPress={again}>{told('verify')}</Button>
          {loaded.state === 'ready' && !isEmpty && <Archive path={path} />}
          <a className="button button-plain" href={`${path}/export`} download>
            {told('export')}
          </a>
        </div>
      </div>
      <p className="soft">{told('record-lead')}</p>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <Failure problem={loaded.problem} again={again} />}
      {isEmpty && (
        <Condition sign="∅" title={told('no-logs')}>
          <p className="soft">{told('no-logs-help')}</p>
        </Condition>
      )}
      {loaded.state === 'ready' && loaded.value.map((log) => <Log key={log.origin} log={log} />)}
    </section>
  );
}

/** All logs that the viewer may read, with their keys, as one file that `foedus verify` reads. */
function Archive({ path }: { readonly path: string }): ReactNode {
  const told = useSay(say);
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      download('record.tar', new Blob([await archiveLogs({ path })], { type: 'application/x-tar' }));
    } catch {
      tell(told('not-had'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button isDisabled={busy} onPress={() => void take()}>
      {told('export-logs')}
    </Button>
  );
}

function Log({ log }: { readonly log: LogVerified }): ReactNode {
  const told = useSay(say);
  const text = useText();
  const name = useId();
  const [all, setAll] = useState(false);
  const { entries, fault, kind, origin, root, size } = log;
  const newest = entries.toReversed();
  const visible = all ? newest : newest.slice(0, SHOWN);
  return (
    <section className="log" aria-labelledby={name}>
      <h3 id={name} className="log-name">
        <code>{origin}</code> {kind === 'exercise' && <Tag mood="partly">EXERCISE</Tag>}
      </h3>
      <p className="cluster">
        <RecordStateTag state={fault ? 'broken' : 'verified'} />
        <span>{told('log-size', { size })}</span>
        {root !== '' && (
          <span className="soft">
            {told('log-root')} <code>{root.slice(0, 16)}…</code>
          </span>
        )}
      </p>
      {fault && (
        <p role="alert" className="field-wrong">
          {text(fault.says)}
        </p>
      )}
      {entries.length > 0 && (
        <Table
          caption={told('entries-of', { origin })}
          quiet
          heads={[told('place'), told('time'), told('seat'), told('what'), told('verdict')]}
        >
          {visible.map((entry) => (
            <Row key={entry.index} entry={entry} />
          ))}
        </Table>
      )}
      {newest.length > visible.length && (
        <Button weight="quiet" onPress={() => setAll(true)}>
          {told('all-entries', { count: newest.length })}
        </Button>
      )}
    </section>
  );
}

function Row({ entry }: { readonly entry: EntryRow }): ReactNode {
  const { arrangement, id } = useRoom();
  const told = useSay(say);
  const text = useText();
  const lang = useLang();
  const typeName = useTypeName();
  return (
    <tr className={entry.case === id ? '' : 'soft'}>
      <td>{entry.index}</td>
      <td>{moment(Date.parse(entry.time), lang)}</td>
      <td>{text(nameOf(arrangement, entry.seat))}</td>
      <td>
        {entry.type ? typeName(entry.type) : told('committed')} {entry.case !== id && told('other-case')}
      </td>
      <td>{told(`verdict-${entry.verdict}`)}</td>
    </tr>
  );
}
