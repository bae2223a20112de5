import { holdsOn, nameOf, type Arrangement, type Effect, type Reading } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Cites } from '../../parts/cite.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { Switch } from '../../parts/switch.tsx';
import { PartyTag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { officesOfParty } from '../map/fates.ts';
import { colourOf } from '../parties.ts';
import { say } from '../words.ts';
import type { Looking } from './looking.ts';

interface Props {
  readonly arrangement: Arrangement;
  readonly looking: Looking;
  readonly change: (by: Partial<Looking>) => void;
}

/** A record with one entry put in or, by `undefined`, taken out. */
function put<T>(record: Readonly<Record<string, T>>, key: string, value: T | undefined): Record<string, T> {
  const { [key]: _, ...rest } = record;
  return value === undefined ? rest : { ...rest, [key]: value };
}

function Dissent({ arrangement, looking, change }: Props): ReactNode {
  const told = useSay(say);
  const text = useText();
  const { without } = looking;
  return (
    <fieldset className="assume">
      <legend>{told('dissent')}</legend>
      <p className="soft small">{told('dissent-help')}</p>
      {[...arrangement.parties.values()].map((party) => {
        const offices = officesOfParty(arrangement, party.id);
        const all = offices.length > 0 && offices.every((office) => without.includes(office));
        return (
          <Switch
            key={party.id}
            isSelected={all}
            isDisabled={offices.length === 0}
            onChange={(on) => {
              const others = without.filter((office) => !offices.includes(office));
              change({ without: on ? [...others, ...offices] : others });
            }}
          >
            <PartyTag colour={colourOf(arrangement, party.id)}>
              {told('all-of-party', { party: nameOf(arrangement, party.id) })}
            </PartyTag>
          </Switch>
        );
      })}
      {without.length > 0 && (
        <div className="cluster">
          <span className="small">
            {without.map((office) => text(nameOf(arrangement, office))).join(' · ')}
          </span>
          <Button weight="quiet" onPress={() => change({ without: [] })}>
            {told('dissent-none')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

const OPEN = '';

function ReadingSwitch({
  arrangement,
  reading,
  looking,
  change,
}: Props & { readonly reading: Reading }): ReactNode {
  const told = useSay(say);
  const text = useText();
  return (
    <div className="reading">
      <p className="small">
        {text(reading.name)} <Cites arrangement={arrangement} citations={reading.sources} />
      </p>
      <Segmented
        upright
        label={text(reading.name)}
        chosen={looking.reading[reading.id] ?? OPEN}
        onChoose={(id) => change({ reading: put(looking.reading, reading.id, id === OPEN ? undefined : id) })}
        choices={[
          { id: OPEN, label: told('left-open') },
          ...reading.alternatives.map(({ id, name }) => ({ id, label: text(name) })),
        ]}
      />
    </div>
  );
}

/** Under which assumptions the arrangement is looked at. */
export function Circumstances(props: Props): ReactNode {
  const { arrangement, looking, change } = props;
  const told = useSay(say);
  const text = useText();
  const readings = [...arrangement.readings.values()].filter((each) => holdsOn(each, looking.at));
  const conditions = [...arrangement.conditions.values()].filter((each) => holdsOn(each, looking.at));
  return (
    <section className="circumstances" aria-label={told('circumstances')}>
      <Dissent {...props} />
      <fieldset className="assume">
        <legend>{told('effect')}</legend>
        <Segmented<Effect>
          label={told('effect')}
          chosen={looking.effect}
          onChoose={(effect) => change({ effect })}
          choices={[
            { id: 'valid', label: told('effect-valid') },
            { id: 'proper', label: told('effect-proper') },
          ]}
        />
      </fieldset>
      {readings.length > 0 && (
        <fieldset className="assume">
          <legend>{told('readings')}</legend>
          {readings.map((reading) => (
            <ReadingSwitch key={reading.id} {...props} reading={reading} />
          ))}
        </fieldset>
      )}
      {conditions.length > 0 && (
        <fieldset className="assume">
          <legend>{told('conditions')}</legend>
          {conditions.map(({ id, name, usually }) => (
            <div key={id} className="reading">
              <p className="small">{text(name)}</p>
              <Segmented
                label={text(name)}
                chosen={looking.given[id] === undefined ? OPEN : String(looking.given[id])}
                onChoose={(chosen) =>
                  change({ given: put(looking.given, id, chosen === OPEN ? undefined : chosen === 'true') })
                }
                choices={[
                  {
                    id: OPEN,
                    label:
                      usually === undefined
                        ? told('left-open')
                        : told(usually ? 'usually-true' : 'usually-false'),
                  },
                  { id: 'true', label: told('holds') },
                  { id: 'false', label: told('holds-not') },
                ]}
              />
            </div>
          ))}
        </fieldset>
      )}
    </section>
  );
}
