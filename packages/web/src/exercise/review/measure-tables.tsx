/** Measures from the record. */
import { actInWords, nameOf, type exercise, type Text, ruleName } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Table } from '../../parts/table.tsx';
import { useLang, useSay, useText } from '../../text/speak.ts';
import { useNames, usePlaying } from '../frame/playing.ts';
import { say as judging } from '../judge/words.ts';
import { elapsedInDigits } from '../time.ts';
import { worded } from '../wording.tsx';
import { say } from './words.ts';

type Of = exercise.ConsultationMeasures;

export function MeasureTables({ of }: { readonly of: exercise.Measures }): ReactNode {
  const { scenario } = usePlaying();
  const told = useSay(say);
  const reason = useSay(judging);
  const lang = useLang();
  const refusals = Object.entries(of.refusedFor).map(
    ([code, count]) => `${reason(`refused-${code as exercise.RefusedAct['code']}`)} (${count})`,
  );
  return (
    <>
      {of.consultations.map((each) => (
        <section key={each.consultation} className="panel" aria-labelledby={`of-${each.consultation}`}>
          <h2 id={`of-${each.consultation}`}>
            {told('measures-of', {
              name: worded(scenario.consultations[each.consultation]?.name ?? {}, lang).text,
            })}
          </h2>
          <ConsultationTable of={each} />
        </section>
      ))}
      <section className="panel" aria-labelledby="measures-title">
        <h2 id="measures-title">{told('measures')}</h2>
        <Rows
          rows={[
            [told('lasted'), elapsedInDigits(of.lasted)],
            [told('refused-why'), refusals.join(' · ') || told('none')],
            [told('unanswered'), String(of.messages.unanswered.length)],
            [told('sum-questions'), String(of.messages.unowned.length)],
            [
              told('unacknowledged'),
              String(of.injects.received.filter(({ after }) => after === null).length),
            ],
          ]}
        />
      </section>
    </>
  );
}

function ConsultationTable({ of }: { readonly of: Of }): ReactNode {
  const { arrangement } = usePlaying();
  const told = useSay(say);
  const text = useText();
  const name = useNames();
  const list = (items: readonly string[]): string => (items.length === 0 ? told('none') : items.join(' · '));
  const span = ({ from, until }: { readonly from: number; readonly until: number | null }): string =>
    `${elapsedInDigits(from)}–${until === null ? '' : elapsedInDigits(until)}`;
  const words = (said: Text): string => text(said);
  return (
    <Rows
      rows={[
        [
          told('to-consult'),
          of.toConsult === null ? told('nobody-consulted') : elapsedInDigits(of.toConsult),
        ],
        [
          told('concurrences'),
          list(
            of.concurrences.map(
              ({ act, at }) => `${elapsedInDigits(at)} ${words(actInWords(arrangement, act))}`,
            ),
          ),
        ],
        [told('never-consulted'), list(of.neverConsulted.map(name))],
        [
          told('departures'),
          list(
            of.departures.map(
              ({ act, at, why }) => `${elapsedInDigits(at)} ${words(actInWords(arrangement, act))}: ${why}`,
            ),
          ),
        ],
        [told('missed-duties'), list(of.missed.map(({ from }) => name(from)))],
        [
          told('links-down'),
          list(
            of.linksDown.map(
              (each) =>
                `${span(each)} ${[each.of.of, each.of.with ?? []]
                  .flat()
                  .map((end) => words(nameOf(arrangement, end)))
                  .join(' – ')}`,
            ),
          ),
        ],
        [told('absences'), list(of.absences.map((each) => `${span(each)} ${name(each.of)}`))],
        [
          told('suspensions'),
          list(of.suspensions.map((each) => `${span(each)} ${words(ruleName(arrangement, each.of))}`)),
        ],
        [told('versions'), list(of.versions.map(({ count, name: called }) => `${called} (${count})`))],
      ]}
    />
  );
}

function Rows({ rows }: { readonly rows: readonly (readonly [string, string])[] }): ReactNode {
  const told = useSay(say);
  return (
    <Table caption={told('measures')} quiet heads={[told('measure'), told('value')]}>
      {rows.map(([name, value]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{value}</td>
        </tr>
      ))}
    </Table>
  );
}
