/** Positions, objections, reservations and dissents side by side: what they are about down the page, the parties across it. */
import { circumstanceInWords, nameOf, type consultation } from '@foedus/kernel';
import { colourOf } from '@foedus/kernel/drawing';
import type { ReactNode } from 'react';
import { Condition } from '../../parts/condition.tsx';
import { Table } from '../../parts/table.tsx';
import { PartyTag, Tag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { ItemName } from '../course/item-name.tsx';
import { MarkingLine } from '../course/marking-line.tsx';
import { partiesOfSeat, useRoom } from '../room.ts';
import { say } from '../words.ts';

const MOODS = { position: 'neutral', object: 'bad', reserve: 'partly', dissent: 'bad' } as const;
type Stance = keyof typeof MOODS;

function isStance(type: string): type is Stance {
  return type in MOODS;
}

export function Positions(): ReactNode {
  const room = useRoom();
  const told = useSay(say);
  const text = useText();
  const { arrangement, shown } = room;
  const stances = shown.history.filter(({ command }) => isStance(command.type));
  const subjects = Map.groupBy(stances, ({ command }) => ('about' in command ? command.about : ''));
  const sideOf = ({ command }: consultation.SeenEntry): string => {
    const [party, ...more] = partiesOfSeat(room, command.seat);
    return party === undefined || more.length > 0 ? '' : party;
  };
  const isJoint = stances.some((item) => sideOf(item) === '');
  const columns = [...arrangement.parties.keys(), ...(isJoint ? [''] : [])];
  return (
    <section className="panel" aria-labelledby="positions-title">
      <h2 id="positions-title">{told('view-positions')}</h2>
      {stances.length === 0 ? (
        <Condition sign="≠" title={told('positions-none')}>
          <p className="soft">{told('positions-none-help')}</p>
        </Condition>
      ) : (
        <Table
          caption={told('view-positions')}
          quiet
          heads={[
            told('about'),
            ...columns.map((party) => (
              <PartyTag key={party} colour={party === '' ? undefined : colourOf(arrangement, party)}>
                {party === '' ? told('joint') : text(nameOf(arrangement, party))}
              </PartyTag>
            )),
          ]}
        >
          {[...subjects].map(([about, said]) => (
            <tr key={about}>
              <th scope="row">
                <Subject id={about} />
              </th>
              {columns.map((party) => (
                <td key={party}>
                  {said
                    .filter((item) => sideOf(item) === party)
                    .map((item) => (
                      <StanceOf key={item.id} item={item} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function Subject({ id }: { readonly id: string }): ReactNode {
  const room = useRoom();
  const told = useSay(say);
  const item = room.items.get(id);
  if (!item) return id;
  return (
    <>
      {told('item-number', { number: item.number })} · <ItemName item={item} />
    </>
  );
}

function StanceOf({ item }: { readonly item: consultation.SeenEntry }): ReactNode {
  const { arrangement } = useRoom();
  const told = useSay(say);
  const text = useText();
  const { command } = item;
  if (!isStance(command.type)) return null;
  const relyingOn = 'relyingOn' in command ? command.relyingOn : undefined;
  return (
    <div className="stance">
      <p>
        <Tag mood={MOODS[command.type]}>{told(`stance-${command.type}`)}</Tag>{' '}
        {text(nameOf(arrangement, command.seat))}
      </p>
      {'text' in command && (
        <p className="item-text" lang="">
          {command.text}
        </p>
      )}
      {relyingOn && (
        <p className="item-relies">
          {told('relies-on')}{' '}
          {text(
            circumstanceInWords(arrangement, { readings: {}, unknowns: {}, conditions: {}, ...relyingOn }),
          )}
        </p>
      )}
      <MarkingLine item={item} />
    </div>
  );
}
