/** What was expected of the players: the program's verdict, and an evaluator's who decides otherwise. */
import { durationInWords, type exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Area } from '../../parts/area.tsx';
import { Button } from '../../parts/button.tsx';
import { Condition } from '../../parts/condition.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { Table } from '../../parts/table.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { judges, useNames, usePlaying } from '../frame/playing.ts';
import { elapsedInDigits } from '../time.ts';
import { useWording, Wording } from '../wording.tsx';
import { say as words } from '../words.ts';
import { EvidenceList } from './cite.tsx';
import { useCitables } from './use-citables.ts';
import { useExpectations, type Expected } from './use-expectations.ts';
import { VerdictTag } from './verdict-tag.tsx';
import { say } from './words.ts';

export function ExpectedActions(): ReactNode {
  const playing = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const wording = useWording();
  const citables = useCitables(String(playing.seen.judging?.refusals.length ?? 0));
  const expectations = useExpectations();
  const [deciding, setDeciding] = useState<Expected>();
  if (expectations.length === 0) return <Condition sign="∅" title={told('expected-none')} />;
  return (
    <section className="panel stack" aria-labelledby="expected-title">
      <h2 id="expected-title">{word('view-expected')}</h2>
      <p className="soft">{told('expected-lead')}</p>
      <Table
        caption={word('view-expected')}
        quiet
        heads={[
          told('after-inject'),
          told('expectation'),
          told('due'),
          told('verdict'),
          told('verdict-by'),
          told('evidence'),
          <span key="do" className="unseen">
            {told('overrule')}
          </span>,
        ]}
      >
        {expectations.map((each) => (
          <tr key={each.expected.id} data-expectation={each.expected.id}>
            <td>
              <span className="mono">{each.inject.id}</span>{' '}
              {each.sent !== undefined && elapsedInDigits(each.sent)}
            </td>
            <th scope="row">
              <Wording of={each.expected.says} />
            </th>
            <td>
              <Within expected={each} />
            </td>
            <td>
              <VerdictTag verdict={each.verdict} />{' '}
              {each.verdict && <time>{elapsedInDigits(each.verdict.elapsed)}</time>}
            </td>
            <td>
              <DecidedBy expected={each} />
            </td>
            <td>{each.verdict && <EvidenceList of={each.verdict.evidence} citables={citables} />}</td>
            <td>
              {judges(playing) && each.sent !== undefined && (
                <Button
                  aria-label={told('overrule-named', { what: wording(each.expected.says) })}
                  onPress={() => setDeciding(each)}
                >
                  {told('overrule')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {deciding && <Overrule of={deciding} onClose={() => setDeciding(undefined)} />}
    </section>
  );
}

function Within({ expected: { expected } }: { readonly expected: Expected }): ReactNode {
  const told = useSay(say);
  const text = useText();
  return expected.within === undefined ? told('until-endex') : text(durationInWords(expected.within));
}

function DecidedBy({ expected: { expected, verdict } }: { readonly expected: Expected }): ReactNode {
  const told = useSay(say);
  const name = useNames();
  if (verdict?.by !== undefined)
    return <span lang="">{told('overruled-by', { name: name(verdict.by), why: verdict.why ?? '' })}</span>;
  return <span className="soft">{told(expected.met ? 'by-program' : 'by-evaluator')}</span>;
}

type Ruling = exercise.Verdict['verdict'];
const RULINGS: readonly Ruling[] = ['met', 'missed'];

function Overrule({ of, onClose }: { readonly of: Expected; readonly onClose: () => void }): ReactNode {
  const { ask } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const [ruling, setRuling] = useState<Ruling>(of.verdict?.verdict === 'met' ? 'missed' : 'met');
  const [why, setWhy] = useState('');
  const submit = async (): Promise<void> => {
    const { id } = of.expected;
    if (await ask({ type: 'overrule', expectation: id, verdict: ruling, why: why.trim() })) onClose();
  };
  return (
    <Dialog
      title={told('overrule-title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{word('give-up')}</Button>
          <Button weight="main" isDisabled={why.trim() === ''} onPress={() => void submit()}>
            {told('overrule-do')}
          </Button>
        </>
      }
    >
      <p>
        <Wording of={of.expected.says} />
      </p>
      <div>
        <Segmented
          label={told('verdict')}
          chosen={ruling}
          onChoose={setRuling}
          choices={RULINGS.map((id) => ({ id, label: word(`verdict-${id}`) }))}
        />
      </div>
      <Area label={told('why')} value={why} onChange={setWhy} rows={3} autoFocus />
    </Dialog>
  );
}
