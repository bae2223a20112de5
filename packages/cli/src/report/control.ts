/** Who can stop what, and what survives a change of government. */
import {
  actInWords,
  list,
  nameOf,
  playerInWords,
  splitAct,
  type Arrangement,
  type Extent,
  type Outcome,
} from '@foedus/kernel';
import { onlyPartyOf } from '@foedus/kernel/drawing';
import { say } from '../messages.ts';
import { markup, type Content, type Html } from './markup.ts';
import type { OutcomeControl, PartyExtent, PartySurvival, Report } from './model.ts';
import { colourClass } from './parties.ts';
import { cell, row, table } from './table.ts';
import { word } from './words.ts';

function party(arrangement: Arrangement, { party: id, extent }: PartyExtent): Html {
  const some = extent === 'some' ? markup` <small>${word('some-readings')}</small>` : undefined;
  return markup`<span class="party ${colourClass(arrangement, id)}">${nameOf(arrangement, id)}</span>${some}`;
}

function parties(arrangement: Arrangement, all: readonly PartyExtent[]): Content {
  return all.length === 0
    ? '–'
    : all.map((each, index) => markup`${index > 0 ? markup`<br>` : undefined}${party(arrangement, each)}`);
}

function blockers(arrangement: Arrangement, { blockers: { sets, count } }: OutcomeControl): Content {
  if (sets.length === 0) return '–';
  const more = count - BigInt(sets.length);
  const items = sets.map(
    (set) => markup`<li>${list(set.map((each) => playerInWords(arrangement, each)))}</li>`,
  );
  const rest = more > 0n ? markup`<li>${say('and-more', { count: more.toString() })}</li>` : undefined;
  return markup`<ul>${items}${rest}</ul>`;
}

function outcomeRow(arrangement: Arrangement, each: OutcomeControl): Html {
  const partly = each.possible === 'some' ? markup` <small>${word('possible-some')}</small>` : undefined;
  return row(markup`${actInWords(arrangement, each.outcome)}${partly}`, [
    cell(parties(arrangement, each.alone)),
    cell(parties(arrangement, each.needed)),
    cell(parties(arrangement, each.passedOver)),
    cell(blockers(arrangement, each)),
  ]);
}

/** One row for each outcome that somebody can bring about on that day. */
export function stopTable({ arrangement, outcomes }: Report): Html {
  const heads = (['outcome', 'alone-can', 'can-prevent', 'passed-over', 'blockers'] as const).map((key) =>
    word(key),
  );
  return table(
    word('stop-caption'),
    heads,
    outcomes.map((each) => outcomeRow(arrangement, each)),
  );
}

const FATE: Readonly<Record<Extent, { readonly mark: string; readonly style: string }>> = {
  every: { mark: '●', style: 'stands' },
  some: { mark: '◐', style: 'partly' },
  none: { mark: '○', style: 'falls' },
};

type Fate = PartySurvival['rules'][number];

/** Who of that side ends it, or which of its acts it rests on. */
function why(arrangement: Arrangement, side: string, { why: reason, by }: Fate): Content {
  if (reason === 'stands') return undefined;
  const acts = by.map((sentence) => splitAct(sentence)).filter((act) => act !== undefined) as Outcome[];
  const own = acts.filter((act) => onlyPartyOf(arrangement, act.by!) === side);
  const named = own.length > 0 ? own : acts;
  const texts =
    reason === 'revocable'
      ? [...new Set(named.map((act) => act.by!))].map((office) => nameOf(arrangement, office))
      : named.map((act) => actInWords(arrangement, act));
  return markup`<br><small>${word(`why-${reason}`)}${texts.length > 0 ? markup`: ${list(texts)}` : undefined}</small>`;
}

function fate(arrangement: Arrangement, side: string, found: Fate | undefined): Html {
  if (!found) return cell(undefined);
  const { mark, style } = FATE[found.survives];
  return cell(markup`${mark} ${word(`survives-${found.survives}`)}${why(arrangement, side, found)}`, style);
}

function tally(arrangement: Arrangement, { party: id, rules }: PartySurvival): Html {
  const count = (extent: Extent): number => rules.filter(({ survives }) => survives === extent).length;
  const fillings = {
    party: nameOf(arrangement, id),
    stand: count('every'),
    some: count('some'),
    fall: count('none'),
  };
  return markup`<li>${word('survival-tally', fillings)}</li>`;
}

/** The powers that some party can end, and by what; those that nobody can are only counted. */
export function survivalTable({ arrangement, survival }: Report): Html {
  const rules = (survival[0]?.rules ?? []).map((each) => each.rule);
  const of = (side: PartySurvival, rule: string): Fate | undefined =>
    side.rules.find((each) => each.rule === rule);
  const mortal = rules.filter((rule) => survival.some((side) => of(side, rule)?.survives !== 'every'));
  const tallies = markup`<ul class="tallies">${survival.map((side) => tally(arrangement, side))}</ul>`;
  if (mortal.length === 0) return tallies;
  const heads = [
    word('power'),
    ...survival.map((side) => word('against', { party: nameOf(arrangement, side.party) })),
  ];
  const rows = mortal.map((rule) =>
    row(
      nameOf(arrangement, rule),
      survival.map((side) => fate(arrangement, side.party, of(side, rule))),
    ),
  );
  const caption = word('survival-caption', { mortal: mortal.length, all: rules.length });
  return markup`${tallies}${table(caption, heads, rows)}`;
}
