import { actInWords, describeRefusal, list, nameOf, playerInWords, type Extent } from '@foedus/kernel';
import { colourOf } from '@foedus/kernel/drawing';
import type { ReactNode } from 'react';
import { useLoaded } from '../../api/use-loaded.ts';
import { askWorker } from '../../engine/ask.ts';
import type { Control } from '../../engine/tasks.ts';
import { Failure, Loading } from '../../parts/condition.tsx';
import { Table } from '../../parts/table.tsx';
import { KindTag, PartyTag } from '../../parts/tag.tsx';
import { Link } from '../../place/link.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { frameOf, queryOf } from '../explorer/looking.ts';
import type { ViewProps } from '../explorer/view.ts';
import { say } from '../words.ts';

function Parties({
  arrangement,
  all,
}: Pick<ViewProps, 'arrangement'> & {
  readonly all: readonly { readonly party: string; readonly extent: Extent }[];
}): ReactNode {
  const word = useSay(words);
  const text = useText();
  const told = useSay(say);
  if (all.length === 0) return <span className="soft">{told('nobody')}</span>;
  return (
    <ul className="plain">
      {all.map(({ party, extent }) => (
        <li key={party}>
          <PartyTag colour={colourOf(arrangement, party)}>{text(nameOf(arrangement, party))}</PartyTag>
          {extent === 'some' && <small className="soft"> {word('extent-some')}</small>}
        </li>
      ))}
    </ul>
  );
}

function Row({ props, control }: { readonly props: ViewProps; readonly control: Control }): ReactNode {
  const { arrangement, looking } = props;
  const told = useSay(say);
  const text = useText();
  const { outcome, needs, alone, passedOver, blockers } = control;
  const more = blockers.inSome.count - BigInt(blockers.inSome.sets.length);
  const needed = needs.players.flatMap(({ player, extent }) =>
    extent === 'none' ? [] : [{ party: player, extent }],
  );
  return (
    <tr>
      <th scope="row">
        <KindTag kind={outcome.kind} />{' '}
        <Link
          to={{ name: 'arrangement', id: arrangement.id, view: 'map' }}
          query={queryOf({ ...looking, outcome })}
        >
          {text(actInWords(arrangement, outcome))}
        </Link>
        {needs.possible === 'some' && <small className="soft"> {told('possible-some')}</small>}
      </th>
      <td>
        <Parties arrangement={arrangement} all={alone} />
      </td>
      <td>
        <Parties arrangement={arrangement} all={needed} />
      </td>
      <td>
        <Parties arrangement={arrangement} all={passedOver} />
      </td>
      <td>
        <ul className="plain">
          {blockers.inSome.sets.map((set) => (
            <li key={set.join()}>{text(list(set.map((each) => playerInWords(arrangement, each))))}</li>
          ))}
          {more > 0n && <li className="soft">{told('and-more', { count: String(more) })}</li>}
        </ul>
      </td>
    </tr>
  );
}

/** For every decision and execution that is possible: who brings it about, who prevents it, who can be passed over. */
export function ControlView(props: ViewProps): ReactNode {
  const { kept, looking } = props;
  const told = useSay(say);
  const text = useText();
  const { effect } = looking;
  const frame = frameOf(looking);
  const [loaded, again] = useLoaded(JSON.stringify([kept, frame, effect]), () =>
    askWorker('control', { key: kept, frame, effect }),
  );
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  if (!loaded.value.ok) return <p>{text(describeRefusal(loaded.value.refusal))}</p>;
  return (
    <div className="stack view">
      <p className="soft">{told('control-lead')}</p>
      <Table
        caption={told('control-caption', { at: looking.at })}
        heads={[
          told('outcome'),
          told('alone-can'),
          told('can-prevent'),
          told('passed-over'),
          told('sets-prevent'),
        ]}
      >
        {loaded.value.value.map((control) => (
          <Row key={`${control.outcome.kind} ${control.outcome.on}`} props={props} control={control} />
        ))}
      </Table>
    </div>
  );
}
