import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { msel, type Day } from '@foedus/kernel';
import { readList, writeList, type ListFile } from './list.ts';
import { scenarioFrom } from './testing/arrangement.ts';

const inject = (id: string, title: string, seconds: number, more: object = {}, content: object = {}) => ({
  inject_id: id,
  inject_title: title,
  inject_enabled: true,
  inject_content: {
    subject: title.replace(/^\d+ - /, ''),
    body: '<p>Sender: Watch<br>One&nbsp;&amp; two</p><ul><li>three</li></ul>',
    ...content,
  },
  inject_all_teams: false,
  inject_depends_on: [],
  inject_depends_duration: seconds,
  inject_injector_contract: { injector_contract_id: 'c', injector_contract_injector_type: 'openaev_email' },
  inject_teams: ['t1'],
  inject_documents: [],
  ...more,
});

const EXPORT = {
  export_version: 1,
  scenario_information: { scenario_id: 's', scenario_name: 'Storm', scenario_description: '<p>Quiet.</p>' },
  scenario_teams: [
    { team_id: 't1', team_name: 'Watch, forward' },
    { team_id: 't2', team_name: 'Staff ' },
  ],
  scenario_documents: [
    { document_id: 'd1', document_name: 'Map', document_target: 'map.png' },
    { document_id: 'd2', document_name: 'gone.pdf', document_target: 'gone.pdf' },
  ],
  scenario_injects: [
    inject('b', '2 - Second', 900, {
      inject_depends_on: [{ dependency_relationship: { inject_parent_id: 'a', inject_children_id: 'b' } }],
      inject_all_teams: true,
      inject_country: 'Notional',
    }),
    inject(
      'a',
      '1 - First',
      600,
      { inject_documents: [{ document_id: 'd1' }, { document_id: 'd2' }] },
      {
        expectations: [
          { expectation_name: 'Log', expectation_description: 'The watch logs it.', expectation_score: 80 },
        ],
      },
    ),
    inject('c', '3 - Third', 1200, { inject_enabled: false }),
    inject('d', '4 - Fourth', 1300, {
      inject_depends_on: [{ dependency_relationship: { inject_parent_id: 'zzz' } }],
    }),
  ],
};

function read(bytes: Uint8Array): ListFile {
  const reply = readList(bytes, '2026-11-23', msel.NO_MAPPING);
  if (!reply.ok) throw new Error(reply.fault.code);
  return reply.value;
}

const archive = zipSync({ 'Storm.json': strToU8(JSON.stringify(EXPORT)), 'map.png': Uint8Array.of(1, 2, 3) });

test('injects, teams, dependencies, documents and expectations have their place; the rest is kept', () => {
  const { files, report, rows, situation, title } = read(archive);
  expect({ title, situation }).toEqual({ title: 'Storm', situation: 'Quiet.' });
  expect(rows.map(({ serial, due, to, rest }) => [serial, due.type, to, rest])).toEqual([
    ['1', 'time', ['Watch, forward'], ''],
    ['2', 'branch', ['Watch, forward', 'Staff'], 'when: sent 1\ndelay: PT5M'],
    ['3', 'time', ['Watch, forward'], ''],
    ['4', 'reserve', ['Watch, forward'], ''],
  ]);
  expect(rows[0]).toMatchObject({
    title: { en: 'First' },
    from: { en: 'Watch' },
    text: { en: 'Sender: Watch\nOne & two\n\n- three' },
    expected: { en: 'The watch logs it.' },
    kind: 'expected-action',
    attachments: ['openaev/map.png'],
  });
  expect(rows[0]!.extra).toMatchObject({
    inject_id: 'a',
    inject_title: '1 - First',
    injector_contract_id: 'c',
  });
  expect(rows[0]!.extra['inject_content.expectations']).toContain('"expectation_score":80');
  expect(rows[1]!.extra).toMatchObject({ inject_country: 'Notional', inject_all_teams: 'true' });
  expect(rows[2]!.status).toBe('draft');
  expect(report.map(({ remarks, serial }) => [serial, remarks.map(({ code }) => code).join()])).toEqual([
    ['1', 'file-missing'],
    ['2', ''],
    ['3', 'disabled'],
    ['4', 'link-unknown'],
  ]);
  expect([...files.keys()]).toEqual(['openaev/Storm.json', 'openaev/map.png']);
});

test('goes through a workbook, with its documents and the original, and becomes a scenario', () => {
  const first = read(archive);
  const frame: msel.Frame = {
    id: 'storm',
    name: { en: 'Storm' },
    situation: { en: 'Quiet.' },
    arrangement: 'tutorial-two-party',
    at: '2026-11-23' as Day,
    seatsOf: () => new Set(),
  };
  const made = msel.toScenario(first, msel.NO_MAPPING, frame);
  const scenario = scenarioFrom(new Map<string, Uint8Array | string>([...made.files, ...first.files]));
  expect([...scenario.cells.values()].map(({ id, name }) => [id, name.en])).toEqual([
    ['watch-forward', 'Watch, forward'],
    ['staff', 'Staff'],
  ]);
  const workbook = writeList(first.rows, { lang: 'en', title: 'Storm', files: first.files });
  if (!workbook.ok) throw new Error(workbook.fault.code);
  const again = read(workbook.value);
  expect(again.rows.map(msel.contentOf)).toEqual(first.rows.map(msel.contentOf));
  expect([...again.files].map(([path, bytes]) => [path, [...bytes]])).toEqual(
    [...first.files].map(([path, bytes]) => [path, [...bytes]]),
  );
});
