/** Every text of a scenario: in which languages it is said, and how long it is. */
import type { Place } from '../../../arrangement/fault.ts';
import { TEXT_LIMIT } from '../../../consultation/schema/words.ts';
import { LANGS, type Lang } from '../../../text/lang.ts';
import type { Scenario, Wording } from '../model.ts';
import type { ScenarioFinding } from './finding.ts';

/** The longest name, title or question, in UTF-16 code units. */
const LINE_LIMIT = 1000;

interface Said {
  readonly wording: Wording;
  readonly limit: number;
  readonly place: Place;
}

export function examineTexts(scenario: Scenario, root: Place): readonly ScenarioFinding[] {
  const all = saidIn(scenario, root);
  const lacking = LANGS.flatMap((lang): ScenarioFinding[] => {
    const missing = all.filter(({ wording }) => wording[lang] === undefined);
    const [first] = missing;
    return first
      ? [{ code: 'language-missing', place: first.place, params: { lang, count: missing.length } }]
      : [];
  });
  const long = all.flatMap(({ limit, place, wording }) =>
    (Object.entries(wording) as [Lang, string][])
      .filter(([, text]) => text.length > limit)
      .map(([lang, { length }]): ScenarioFinding => ({
        code: 'text-too-long',
        place,
        params: { lang, length, limit },
      })),
  );
  return [...long, ...lacking];
}

function saidIn(scenario: Scenario, root: Place): readonly Said[] {
  const line = (place: Place, ...wordings: readonly (Wording | undefined)[]): Said[] =>
    wordings.flatMap((wording) => (wording ? [{ wording, limit: LINE_LIMIT, place }] : []));
  const text = (place: Place, ...wordings: readonly (Wording | undefined)[]): Said[] =>
    line(place, ...wordings).map((each) => ({ ...each, limit: TEXT_LIMIT }));
  const named = [scenario.cells, scenario.controllers, scenario.consultations, scenario.parts].flatMap(
    (table) => [...table.values()].flatMap(({ name, place }) => line(place, name)),
  );
  return [
    ...line(root, scenario.name),
    ...text(root, scenario.situation),
    ...named,
    ...[...scenario.objectives.values()].flatMap(({ capabilities, name, place }) => [
      ...line(place, name),
      ...[...capabilities.values()].flatMap((each) => [
        ...line(place, each.name),
        ...[...each.tasks.values()].flatMap((task) => line(task.place, task.name)),
      ]),
    ]),
    ...[...scenario.injects.values()].flatMap((inject) => [
      ...line(inject.place, inject.from, inject.title),
      ...text(inject.place, inject.text, inject.notes),
      ...inject.expected.flatMap(({ place, says }) => line(place, says)),
      ...inject.effects.flatMap((effect) =>
        effect.type === 'succeed' ? line(effect.place, effect.holder) : [],
      ),
    ]),
    ...[...scenario.questionnaires.values()].flatMap(({ name, place, questions }) => [
      ...line(place, name),
      ...questions.flatMap((each) => [
        ...line(place, each.asks),
        ...(each.type === 'choice' ? line(place, ...each.of.map(({ says }) => says)) : []),
      ]),
    ]),
  ];
}
