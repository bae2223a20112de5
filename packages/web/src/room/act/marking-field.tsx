/** To whom it is shown: chosen by a rule, and spelled out seat by seat, so that nobody is shown anything by accident. */
import { consultation, nameOf } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { viewerName } from '../../consultations/viewer-name.ts';
import { Select } from '../../parts/select.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { useRoom, partiesOfSeat } from '../room.ts';
import { say } from '../words.ts';
import type { Draft } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly change: (more: Partial<Draft>) => void;
  readonly seat: string;
}

export function MarkingField({ draft, change, seat }: Props): ReactNode {
  const room = useRoom();
  const told = useSay(say);
  const text = useText();
  const { arrangement, shown } = room;
  const { at } = shown.case;
  const { marking } = draft;
  const all = [...arrangement.parties.keys()];
  const own = partiesOfSeat(room, seat);
  const seats = [...consultation.seating(arrangement, at).keys()];
  const choices: readonly { readonly id: string; readonly label: string; marking: consultation.Marking }[] = [
    { id: 'all', label: told('to-all'), marking: { to: 'all' } },
    { id: 'parties', label: told('to-parties'), marking: { to: 'parties', parties: all } },
    ...own.map((party) => ({
      id: `party ${party}`,
      label: told('to-party', { party: nameOf(arrangement, party) }),
      marking: { to: 'party', party } as const,
    })),
    { id: 'seats', label: told('to-seats'), marking: { to: 'seats', seats: addressees(draft, seats, seat) } },
  ];
  const known = choices.find((each) => JSON.stringify(each.marking) === JSON.stringify(marking));
  const asGiven = { id: 'given', label: text(consultation.markingInWords(arrangement, marking)), marking };
  const chosen = marking.to === 'seats' ? choices.at(-1)! : (known ?? asGiven);
  const offered = chosen === asGiven ? [...choices, asGiven] : choices;
  const readers = consultation
    .viewers(arrangement, at)
    .filter((viewer) => consultation.admits(arrangement, at, marking, viewer));
  return (
    <div className="marking-field">
      <Select
        label={told('marking')}
        options={offered.map(({ id, label }) => ({ id, label }))}
        chosen={chosen.id}
        onChoose={(id) => change({ marking: offered.find((each) => each.id === id)!.marking })}
      />
      {marking.to === 'seats' && (
        <div className="marking-seats" role="group" aria-label={told('to-seats')}>
          {seats.map((each) => (
            <Switch
              key={each}
              isSelected={marking.seats.includes(each)}
              isDisabled={each === seat}
              onChange={(is) =>
                change({
                  marking: {
                    to: 'seats',
                    seats: seats.filter((other) => (other === each ? is : marking.seats.includes(other))),
                  },
                })
              }
            >
              {text(nameOf(arrangement, each))}
            </Switch>
          ))}
        </div>
      )}
      <p className="marking-readers">
        <span className="soft">{told('readers', { count: readers.length })}</span>{' '}
        {readers.map((viewer) => text(viewerName(arrangement, viewer))).join(' · ')}
      </p>
    </div>
  );

  function addressees({ to }: Draft, among: readonly string[], self: string): readonly string[] {
    const offices = arrangement.bodies.get(to)?.members ?? [to];
    const seated = consultation.seating(arrangement, at);
    return among.filter(
      (each) => each === self || seated.get(each)!.offices.some((office) => offices.includes(office)),
    );
  }
}
