/** What time it is for whom, and what becomes of a silence that cannot be broken. */
import { nameOf, type Arrangement, type Day } from '@foedus/kernel';
import type { ReactNode } from 'react';
import type { CaseKind } from '../api/cases.ts';
import { Field } from '../parts/field.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { useSay, useText } from '../text/speak.ts';
import { sides } from './seats.ts';
import { isZone, readMoment, type Times } from './times.ts';
import { say } from './words.ts';

export type Unreachable = 'stands' | 'runs';

interface Props {
  readonly arrangement: Arrangement;
  readonly at: Day;
  readonly kind: CaseKind;
  readonly times: Times;
  readonly onChange: (times: Times) => void;
  readonly unreachable: Unreachable;
  readonly onUnreachable: (does: Unreachable) => void;
}

const ZONE = 'Asia/Seoul';
const MOMENT = '2026-03-01 06:00';

export function TimeFields(props: Props): ReactNode {
  const { arrangement, at, kind, onChange, onUnreachable, times, unreachable } = props;
  const told = useSay(say);
  const text = useText();
  const parties = sides(arrangement, at).flatMap(({ party }) => party ?? []);
  const isWrong = times.scenario.trim() !== '' && readMoment(times.scenario) === undefined;
  return (
    <details className="framing">
      <summary>{told('times')}</summary>
      <div className="stack">
        <div className="stack-tight">
          <p className="field-label">{told('silence-link')}</p>
          <Segmented
            label={told('silence-link')}
            chosen={unreachable}
            onChoose={onUnreachable}
            choices={[
              { id: 'stands', label: told('silence-stands') },
              { id: 'runs', label: told('silence-runs') },
            ]}
          />
        </div>
        <p className="soft">{told('times-help', { example: ZONE })}</p>
        <div className="framing-grid">
          {kind === 'exercise' && (
            <Field
              label={told('scenario-start')}
              hint={told('scenario-hint', { example: MOMENT })}
              value={times.scenario}
              onChange={(scenario) => onChange({ ...times, scenario })}
              wrong={isWrong ? told('scenario-wrong', { example: MOMENT }) : undefined}
            />
          )}
          {parties.map((party) => {
            const zone = times.capitals[party] ?? '';
            return (
              <Field
                key={party}
                label={told('capital-of', { party: text(nameOf(arrangement, party)) })}
                value={zone}
                onChange={(written) =>
                  onChange({ ...times, capitals: { ...times.capitals, [party]: written } })
                }
                wrong={zone.trim() === '' || isZone(zone.trim()) ? undefined : told('zone-wrong')}
              />
            );
          })}
        </div>
      </div>
    </details>
  );
}
