/** A file with a list of events, to all the files of a scenario that can be read; a scenario, to a file that people know. */
import {
  exercise,
  msel,
  consultation,
  type Arrangement,
  type Day,
  type Fault,
  type Lang,
} from '@foedus/kernel';
import { readList, writeList, type ListFile } from './list.ts';

export interface ImportFrame {
  /** Of the file: the scenario is named after it, where nothing else names it. */
  readonly file: string;
  /** Of the scenario; what an export of ours brings along goes before. */
  readonly arrangement: string;
  readonly at: Day;
  readonly arrangementOf: (id: string) => Arrangement | undefined;
  readonly mapping: msel.Mapping;
}

export interface Imported {
  readonly id: string;
  readonly name: exercise.Wording;
  /** All files of its folder, `mapping.yaml` with them. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly reading: ListFile;
}

/** `faults`: the rows were read, but what they say together is no scenario. */
export type ImportReply =
  | { readonly ok: true; readonly value: Imported }
  | { readonly ok: false; readonly fault: msel.MselFault }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly reading: ListFile };

export const SCENARIO_FILE = 'scenario.yaml';
export const MAPPING_FILE = 'mapping.yaml';

export function importList(bytes: Uint8Array, frame: ImportFrame): ImportReply {
  const { arrangement, arrangementOf, at, file, mapping } = frame;
  const read = readList(bytes, at, mapping);
  if (!read.ok) return read;
  const { files: kept, ...reading } = read.value;
  const name = file.replace(/^.*[/\\]/, '').replace(/\.[a-z]{3,4}$/i, '');
  const made = msel.toScenario(reading, mapping, {
    id: msel.slug(name) || 'imported',
    name: { [reading.language]: reading.title ?? name },
    situation: reading.situation === undefined ? SITUATION : { [reading.language]: reading.situation },
    arrangement,
    at,
    seatsOf: (id, day) => {
      const known = arrangementOf(id);
      return new Set(known ? consultation.seating(known, day).keys() : []);
    },
  });
  const files = new Map<string, Uint8Array | string>([
    ...kept,
    ...made.files,
    [MAPPING_FILE, msel.writeMapping(made.mapping)],
  ]);
  const value = { id: made.id, name: made.name, files, reading: read.value };
  if (made.isSound) return { ok: true, value };
  const scenario = exercise.readScenario(SCENARIO_FILE, (path) => files.get(path), arrangementOf);
  return scenario.ok ? { ok: true, value } : { ok: false, faults: scenario.faults, reading: read.value };
}

const SITUATION = {
  en: 'EXERCISE. Imported from a list of events. Write here what has happened before STARTEX.',
  ko: '연습. 주요 사건 목록에서 가져온 시나리오이다. STARTEX 이전에 일어난 일을 여기에 적는다.',
  ja: '演習。状況付与一覧から取り込んだもの。STARTEX までの経過をここに記す。',
};

/** `files`: all that goes with the scenario beside its own files. */
export function exportList(
  scenario: exercise.Scenario,
  files: ReadonlyMap<string, Uint8Array>,
  lang: Lang,
): msel.MselResult<Uint8Array> {
  const { frame, rows } = msel.fromScenario(scenario, lang);
  const { name } = scenario;
  return writeList(rows, { lang, title: name[lang] ?? name.en ?? scenario.id, frame, files });
}
