/** What an entry of an arrangement says, in words, as labelled texts. */
import {
  actInWords,
  alternativeName,
  durationInWords,
  eachLang,
  formulaInWords,
  list,
  nameOf,
  plain,
  type Answering,
  type Any,
  type Arrangement,
  type Body,
  type Duty,
  type Formula,
  type Text,
  type Way,
} from '@foedus/kernel';
import { say, type MessageKey } from '../messages.ts';
import { periodInWords } from '../output/period.ts';

export interface Line {
  readonly label: Text;
  readonly text: Text;
}

/** Writes lines about entries of one arrangement. */
interface Writer {
  readonly arrangement: Arrangement;
  readonly line: (label: MessageKey, text: Text) => Line;
  readonly names: (label: MessageKey, ids: readonly string[]) => Line[];
  readonly formula: (label: MessageKey, formula: Formula | undefined) => Line[];
}

function writer(arrangement: Arrangement): Writer {
  const line = (label: MessageKey, text: Text): Line => ({ label: say(label), text });
  return {
    arrangement,
    line,
    names: (label, ids) =>
      ids.length === 0 ? [] : [line(label, list(ids.map((id) => nameOf(arrangement, id))))],
    formula: (label, formula) =>
      formula === undefined ? [] : [line(label, formulaInWords(arrangement, formula))],
  };
}

function answering(arrangement: Arrangement, to: Answering): Text {
  if (to.type === 'party') return nameOf(arrangement, to.party);
  return say(to.type === 'allOf' ? 'answers-all' : 'answers-any', {
    of: list(to.of.map((each) => answering(arrangement, each))),
  });
}

function way(arrangement: Arrangement, how: Way): Text {
  switch (how.type) {
    case 'none':
    case 'consensus':
    case 'majority':
      return say(`way-${how.type}`);
    case 'atLeast':
      return how.veto.length === 0
        ? say('way-at-least', { count: how.count })
        : say('way-at-least-veto', {
            count: how.count,
            veto: list(how.veto.map((id) => nameOf(arrangement, id))),
          });
    case 'weighted':
      return say('way-weighted', { quota: how.quota });
  }
}

function body({ arrangement, line, names }: Writer, entry: Body): Line[] {
  const weights =
    entry.way.type === 'weighted'
      ? entry.way.weights.map(({ member, weight }) =>
          eachLang((lang) => `${nameOf(arrangement, member)[lang]} (${weight})`),
        )
      : [];
  return [
    ...(weights.length > 0 ? [line('label-members', list(weights))] : names('label-members', entry.members)),
    line('label-way', way(arrangement, entry.way)),
    ...(entry.way.type === 'weighted' && entry.way.alsoAtLeast !== undefined
      ? [line('label-way', say('way-at-least', { count: entry.way.alsoAtLeast }))]
      : []),
    ...(entry.silence === undefined ? [] : [line('label-silence', durationInWords(entry.silence))]),
  ];
}

function duty({ arrangement, line }: Writer, entry: Duty): Line[] {
  const act = actInWords(arrangement, entry.act);
  return [
    line('label-duty', say(`duty-${entry.time}`, { act })),
    ...entry.cases.map((each) => {
      const must = formulaInWords(arrangement, each.must);
      const owed =
        each.within === undefined ? must : say('case-within', { must, within: durationInWords(each.within) });
      const text = each.when
        ? say('case-when', { when: formulaInWords(arrangement, each.when), must: owed })
        : say('case-general', { must: owed });
      return { label: plain(each.label), text };
    }),
  ];
}

/** Everything that the entry says beyond its name, status, period and sources. */
export function linesOf(arrangement: Arrangement, entry: Any): Line[] {
  const write = writer(arrangement);
  const { line, names, formula } = write;
  switch (entry.type) {
    case 'party':
    case 'matter':
    case 'unknown':
      return [];
    case 'government':
      return [
        ...names('label-party', [entry.party]),
        ...(entry.leaning === undefined ? [] : [line('label-leaning', plain(entry.leaning))]),
      ];
    case 'office':
      return [
        line('label-answers-to', answering(arrangement, entry.answersTo)),
        ...names('label-held-from', entry.heldFrom === undefined ? [] : [entry.heldFrom]),
      ];
    case 'seat':
      return [
        ...names('label-offices', entry.offices),
        ...entry.holders.map((holder) => {
          const period = periodInWords(holder);
          return line(
            holder.acting ? 'label-acting' : 'label-holder',
            period === undefined ? holder.name : eachLang((lang) => `${holder.name[lang]}, ${period[lang]}`),
          );
        }),
      ];
    case 'body':
      return body(write, entry);
    case 'condition':
      return [
        ...names('label-declared-by', entry.declaredBy),
        ...(entry.usually === undefined
          ? []
          : [line('label-usually', say(entry.usually ? 'true' : 'false'))]),
      ];
    case 'reading':
      return entry.alternatives.map((each) => ({
        label: plain(each.id),
        text: alternativeName(arrangement, entry.id, each.id),
      }));
    case 'instrument':
      return [
        line('label-form', say(`form-${entry.form}`)),
        ...names('label-parties', entry.parties),
        ...entry.clauses.map((clause) => ({ label: plain(clause.id), text: clause.name })),
      ];
    case 'power':
      return [
        line('label-act', actInWords(arrangement, entry.act)),
        ...formula('label-valid', entry.valid),
        ...(entry.proper.type === 'always' ? [] : formula('label-proper', entry.proper)),
        ...(entry.inForce.type === 'always' ? [] : formula('label-in-force', entry.inForce)),
        ...(entry.revocableBy === undefined
          ? [line('label-revocable', say('revocable-by-nobody'))]
          : formula('label-revocable', entry.revocableBy)),
        ...clauseLine(write, entry.clause),
      ];
    case 'duty':
      return [...duty(write, entry), ...clauseLine(write, entry.clause)];
    case 'delegation':
      return [
        line('label-act', actInWords(arrangement, entry.act)),
        ...names('label-delegate', [entry.to]),
        ...(entry.when.type === 'always' ? [] : formula('label-when', entry.when)),
      ];
    case 'succession':
      return [...names('label-office', [entry.office]), ...names('label-order', entry.order)];
    case 'pace':
      return [
        line('label-act', actInWords(arrangement, entry.act)),
        line(
          'label-takes',
          say('pace-takes', {
            least: durationInWords(entry.least),
            likely: durationInWords(entry.likely),
            most: durationInWords(entry.most),
          }),
        ),
        ...(entry.assumed ? [line('label-basis', say('assumed'))] : []),
      ];
    case 'event':
      return [
        line('label-kind', say(`event-${entry.kind}`)),
        ...names('label-who', entry.who),
        ...names('label-about', entry.about),
        ...names('label-after', entry.after),
      ];
    case 'fact':
      return [
        ...(entry.by === undefined ? [] : [line('label-by', entry.by)]),
        ...names('label-who', entry.who),
        ...names('label-about', entry.about),
      ];
  }
}

function clauseLine({ arrangement, line }: Writer, clause: string | undefined): Line[] {
  if (clause === undefined) return [];
  const [instrument = '', id = ''] = clause.split('/');
  const found = arrangement.instruments.get(instrument)?.clauses.find((each) => each.id === id);
  const name = nameOf(arrangement, instrument);
  return [
    line('label-clause', found ? eachLang((lang) => `${name[lang]}: ${found.name[lang]}`) : plain(clause)),
  ];
}
