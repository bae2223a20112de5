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
import { say } from '../messages.ts';
import { markup, type Content, type Html } from './markup.ts';
import type { OutcomeControl, PartyExtent, PartySurvival, Report } from './model.ts';
import { colourOf, partyOf } from './parties.ts';
import { word } from './words.ts';

function party(arrangement: Arrangement, { party: id, extent }: PartyExtent): Html {
  const some = extent === 'some' ? markup` <small>${word('some-readings')}</small>` : undefined;
  return markup`<span class="party ${colourOf(arrangement, id)}">${nameOf(arrangement, id)}</span>${some}`;
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

/** One row for each outcome that somebody can bring about on that day. */
export function stopTable({ arrangement, outcomes }: Report): Html {
  return markup`<div class="wide"><table><caption>${word('stop-caption')}</caption>
<thead><tr><th scope="col">${word('outcome')}</th><th scope="col">${word('alone-can')}</th><th scope="col">${word('can-prevent')}</th><th scope="col">${word('passed-over')}</th><th scope="col">${word('blockers')}</th></tr></thead>
<tbody>${outcomes.map(
    (
      each,
    ) => markup`<tr><th scope="row">${actInWords(arrangement, each.outcome)}${each.possible === 'some' ? markup` <small>${word('possible-some')}</small>` : undefined}</th>
<td>${parties(arrangement, each.alone)}</td><td>${parties(arrangement, each.needed)}</td><td>${parties(arrangement, each.passedOver)}</td><td>${blockers(arrangement, each)}</td></tr>`,
  )}</tbody></table></div>`;
}

const FATE: Readonly<Record<Extent, { readonly mark: string; readonly style: string }>> = {
  every: { mark: '●', style: 'stands' },
  some: { mark: '◐', style: 'partly' },
  none: { mark: '○', style: 'falls' },
};

type Fate = PartySurvival['rules'][number];

/** Who ends it, where that side can; else the acts that it rests on. */
function why(arrangement: Arrangement, side: string, { why: reason, by }: Fate): Content {
  if (reason === 'stands') return undefined;
  const acts = by.map((sentence) => splitAct(sentence)).filter((act) => act !== undefined) as Outcome[];
  const own = [...new Set(acts.map((act) => act.by!))].filter(
    (office) => partyOf(arrangement, office) === side,
  );
  const texts =
    reason === 'revocable' && own.length > 0
      ? own.map((office) => nameOf(arrangement, office))
      : acts.map((act) => actInWords(arrangement, act));
  return markup`<br><small>${word(`why-${reason}`)}${texts.length > 0 ? markup`: ${list(texts)}` : undefined}</small>`;
}

function fate(arrangement: Arrangement, side: string, found: Fate | undefined): Html {
  if (!found) return markup`<td></td>`;
  const { mark, style } = FATE[found.survives];
  return markup`<td class="${style}">${mark} ${word(`survives-${found.survives}`)}${why(arrangement, side, found)}</td>`;
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
  return markup`${tallies}<div class="wide"><table><caption>${word('survival-caption', { mortal: mortal.length, all: rules.length })}</caption>
<thead><tr><th scope="col">${word('power')}</th>${survival.map(({ party: id }) => markup`<th scope="col">${word('against', { party: nameOf(arrangement, id) })}</th>`)}</tr></thead>
<tbody>${mortal.map((rule) => markup`<tr><th scope="row">${nameOf(arrangement, rule)}</th>${survival.map((side) => fate(arrangement, side.party, of(side, rule)))}</tr>`)}</tbody></table></div>`;
}
