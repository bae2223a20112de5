import { holdsOn, nameOf, type Arrangement, type Condition, type Effect, type Reading } from '@foedus/kernel';
import { colourOf } from '@foedus/kernel/drawing';
import { memo, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Cites } from '../../parts/cite.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { Switch } from '../../parts/switch.tsx';
import { PartyTag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { officesOfParty } from '../map/fates.ts';
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
      <div className="dissenting">
        {without.length > 0 && (
          <>
            <span className="small">
              {without.map((office) => text(nameOf(arrangement, office))).join(' · ')}
            </span>
            <Button weight="quiet" onPress={() => change({ without: [] })}>
              {told('dissent-none')}
            </Button>
          </>
        )}
      </div>
    </fieldset>
  );
}

const OPEN = '';

function ReadingSwitch({
  arrangement,
  reading,
  taken,
  change,
}: Pick<Props, 'arrangement' | 'change'> & {
  readonly reading: Reading;
  readonly taken: Looking['reading'];
}): ReactNode {
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
        chosen={taken[reading.id] ?? OPEN}
        onChoose={(id) => change({ reading: put(taken, reading.id, id === OPEN ? undefined : id) })}
        choices={[
          { id: OPEN, label: told('left-open') },
          ...reading.alternatives.map(({ id, name }) => ({ id, label: text(name) })),
        ]}
      />
    </div>
  );
}

function ConditionSwitch({
  condition,
  given,
  change,
}: Pick<Props, 'change'> & { readonly condition: Condition; readonly given: Looking['given'] }): ReactNode {
  const told = useSay(say);
  const text = useText();
  const { id, name, usually } = condition;
  return (
    <div className="reading">
      <p className="small">{text(name)}</p>
      <Segmented
        label={text(name)}
        chosen={given[id] === undefined ? OPEN : String(given[id])}
        onChoose={(chosen) =>
          change({ given: put(given, id, chosen === OPEN ? undefined : chosen === 'true') })
        }
        choices={[
          {
            id: OPEN,
            label:
              usually === undefined ? told('left-open') : told(usually ? 'usually-true' : 'usually-false'),
          },
          { id: 'true', label: told('holds') },
          { id: 'false', label: told('holds-not') },
        ]}
      />
    </div>
  );
}

type AssumedProps = Pick<Props, 'arrangement' | 'change'> &
  Pick<Looking, 'at' | 'effect' | 'reading' | 'given'> & { readonly assumed: string };

/** What does not change with a dissent is not drawn anew with it. */
const Assumed = memo(
  function Assumed({ arrangement, change, at, effect, reading, given }: AssumedProps): ReactNode {
    const told = useSay(say);
    const readings = [...arrangement.readings.values()].filter((each) => holdsOn(each, at));
    const conditions = [...arrangement.conditions.values()].filter((each) => holdsOn(each, at));
    return (
      <>
        <fieldset className="assume">
          <legend>{told('effect')}</legend>
          <Segmented<Effect>
            label={told('effect')}
            chosen={effect}
            onChoose={(chosen) => change({ effect: chosen })}
            choices={[
              { id: 'valid', label: told('effect-valid') },
              { id: 'proper', label: told('effect-proper') },
            ]}
          />
        </fieldset>
        {readings.length > 0 && (
          <fieldset className="assume">
            <legend>{told('readings')}</legend>
            {readings.map((each) => (
              <ReadingSwitch
                key={each.id}
                arrangement={arrangement}
                reading={each}
                taken={reading}
                change={change}
              />
            ))}
          </fieldset>
        )}
        {conditions.length > 0 && (
          <fieldset className="assume">
            <legend>{told('conditions')}</legend>
            {conditions.map((each) => (
              <ConditionSwitch key={each.id} condition={each} given={given} change={change} />
            ))}
          </fieldset>
        )}
      </>
    );
  },
  (before, now) =>
    before.arrangement === now.arrangement && before.change === now.change && before.assumed === now.assumed,
);

/** Under which assumptions the arrangement is looked at. */
export function Circumstances(props: Props): ReactNode {
  const { arrangement, looking, change } = props;
  const { at, effect, reading, given } = looking;
  const told = useSay(say);
  return (
    <section className="circumstances" aria-label={told('circumstances')}>
      <Dissent {...props} />
      <Assumed
        arrangement={arrangement}
        change={change}
        at={at}
        effect={effect}
        reading={reading}
        given={given}
        assumed={JSON.stringify([at, effect, reading, given])}
      />
    </section>
  );
}
