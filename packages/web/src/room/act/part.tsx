/** One part of what is sent, as it is asked for. */
import { holdsOn, nameOf, type consultation, type Entry } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Area } from '../../parts/area.tsx';
import { Field } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';
import { DocumentField } from './document-field.tsx';
import type { Draft, Part } from './draft.ts';
import { MarkingField } from './marking-field.tsx';
import { Reliance } from './reliance.tsx';
import { SourceField } from './source-field.tsx';

interface Props {
  readonly part: Part;
  readonly draft: Draft;
  readonly change: (more: Partial<Draft>) => void;
  /** What the arrangement says of the act now. */
  readonly option: consultation.Option | undefined;
  readonly seat: string;
}

const NOBODY = '';

export function DraftPart({ part, draft, change, option, seat }: Props): ReactNode {
  const { arrangement, shown } = useRoom();
  const told = useSay(say);
  const text = useText();
  const { at } = shown.case;
  const named = (ids: Iterable<string>) =>
    [...ids].map((id) => ({ id, label: text(nameOf(arrangement, id)) }));
  const inForce = <T extends Entry>(of: ReadonlyMap<string, T>): readonly string[] =>
    [...of.values()].filter((each) => holdsOn(each, at)).map(({ id }) => id);
  switch (part) {
    case 'on':
      return (
        <Select
          label={told(draft.type === 'declare' ? 'condition' : 'matter')}
          options={named(draft.type === 'declare' ? [draft.on] : shown.case.matters)}
          chosen={draft.on}
          onChoose={(on) => change({ on })}
        />
      );
    case 'to': {
      const others = [
        ...inForce(arrangement.offices),
        ...inForce(arrangement.bodies),
        ...inForce(arrangement.parties),
      ];
      return (
        <Select
          label={told('addressed-to')}
          options={[{ id: NOBODY, label: told('nobody-in-particular') }, ...named(others)]}
          chosen={draft.to}
          onChoose={(to) => change({ to })}
        />
      );
    }
    case 'text':
      return <Area label={told('text')} value={draft.text} onChange={(value) => change({ text: value })} />;
    case 'departure':
      return (
        <Area
          label={told('departure')}
          hint={told('departure-help')}
          rows={2}
          value={draft.departure}
          onChange={(departure) => change({ departure })}
        />
      );
    case 'within':
      return (
        <Field
          label={told('within')}
          hint={told('within-help')}
          inputMode="decimal"
          value={draft.within}
          onChange={(within) => change({ within })}
        />
      );
    case 'title':
    case 'reason':
    case 'holder':
      return (
        <Field
          label={told(`part-${part}`)}
          value={draft[part]}
          onChange={(value) => change({ [part]: value })}
          isRequired
        />
      );
    case 'underSilence':
    case 'holds':
    case 'acting':
      return (
        <Switch isSelected={draft[part]} onChange={(is) => change({ [part]: is })}>
          {told(`part-${part}`)}
        </Switch>
      );
    case 'answering':
      return <p className="soft">{told('grants-request')}</p>;
    case 'document':
      return <DocumentField draft={draft} change={change} />;
    case 'from':
      return <SourceField draft={draft} change={change} />;
    case 'relyingOn':
      return <Reliance draft={draft} change={change} option={option} />;
    case 'marking':
      return <MarkingField draft={draft} change={change} seat={seat} />;
  }
}
