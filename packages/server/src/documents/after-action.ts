/**
 * The after-action report and improvement plan, after HSEEP's template (Homeland Security Exercise and Evaluation Program, 2020): overview,
 * analysis of capabilities, expected actions, measures, chronology; the improvement plan, participants and their feedback as appendices.
 */
import type { Lang } from '@foedus/kernel';
import { capabilities } from './capabilities.ts';
import type { Block, Content } from './content.ts';
import { contextOf, type AfterAction, type Context } from './context.ts';
import { chronology, course } from './course.ts';
import { overview } from './overview.ts';
import { feedback, participants, plan } from './plan.ts';

export function afterAction(data: AfterAction, lang: Lang): Content {
  const context = contextOf(data, lang);
  const { say, stage, word } = context;
  return {
    lang,
    title: say('title'),
    subtitle: word(stage.scenario.name),
    marking: say('marking'),
    blocks: [
      ...overview(context),
      ...capabilities(context),
      ...course(context),
      ...measures(context),
      ...chronology(context),
      ...plan(context),
      ...participants(context),
      ...feedback(context),
    ],
  };
}

function measures({ lang, measures: tables, say }: Context): readonly Block[] {
  if (tables.length === 0) return [];
  return [
    { of: 'heading', level: 1, text: say('measures') },
    ...tables.map(({ caption, columns, rows }): Block => ({
      of: 'table',
      caption: caption[lang],
      columns: columns.map((column) => ({ heading: column[lang], width: 100 / columns.length })),
      rows: rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell[lang] : cell))),
      none: say('none'),
    })),
  ];
}
