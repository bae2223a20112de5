/** Who can stop what, and what survives a change of government. */
import { actInWords, list, nameOf, playerInWords, splitAct, type Arrangement, type Extent, type Outcome, type Text } from '@foedus/kernel';
import { say } from '../messages.ts';
import { html, type Content, type Html } from './html.ts';
import type { OutcomeControl, PartyExtent, PartySurvival, Report } from './model.ts';
import { colourOf } from './parties.ts';
import { word } from './words.ts';

function party(arrangement: Arrangement, { party: id, extent }: PartyExtent): Html {
  const some = extent === 'some' ? html` <small>${word('some-readings')}</small>` : undefined;
  return html`<span class="party ${colourOf(arrangement, id)}">${nameOf(arrangement, id)}</span>${some}`;
}

function parties(arrangement: Arrangement, all: readonly PartyExtent[]): Content {
  return all.length === 0 ? '–' : all.map((each, index) => html`${index > 0 ? html`<br>` : undefined}${party(arrangement, each)}`);
}

function blockers(arrangement: Arrangement, { blockers: { sets, count } }: OutcomeControl): Content {
  if (sets.length === 0) return '–';
  const more = count - BigInt(sets.length);
  const items = sets.map((set) => html`<li>${list(set.map((each) => playerInWords(arrangement, each)))}</li>`);
  const rest = more > 0n ? html`<li>${say('and-more', { count: more.toString() })}</li>` : undefined;
  return html`<ul>${items}${rest}</ul>`;
}

/** One row for each outcome that somebody can bring about on that day. */
export function stopTable({ arrangement, outcomes }: Report): Html {
  return html`<div class="wide"><table><caption>${word('stop-caption')}</caption>
<thead><tr><th scope="col">${word('outcome')}</th><th scope="col">${word('alone-can')}</th><th scope="col">${word('can-prevent')}</th><th scope="col">${word('passed-over')}</th><th scope="col">${word('blockers')}</th></tr></thead>
<tbody>${outcomes.map(
    (each) => html`<tr><th scope="row">${actInWords(arrangement, each.outcome)}${each.possible === 'some' ? html` <small>${word('possible-some')}</small>` : undefined}</th>
<td>${parties(arrangement, each.alone)}</td><td>${parties(arrangement, each.needed)}</td><td>${parties(arrangement, each.passedOver)}</td><td>${blockers(arrangement, each)}</td></tr>`,
  )}</tbody></table></div>`;
}

const FATE: Readonly<Record<Extent, { readonly mark: string; readonly style: string }>> = {
  every: { mark: '●', style: 'stands' },
  some: { mark: '◐', style: 'partly' },
  none: { mark: '○', style: 'falls' },
};

type Fate = PartySurvival['rules'][number];

function fate(arrangement: Arrangement, found: Fate | undefined): Html {
  if (!found) return html`<td></td>`;
  const { mark, style } = FATE[found.survives];
  const named = (id: string): Text => {
    const act = splitAct(id);
    return act ? actInWords(arrangement, act as Outcome) : nameOf(arrangement, id);
  };
  const why = found.why === 'stands' ? undefined : html`<br><small>${word(`why-${found.why}`)}${found.by.length > 0 ? html`: ${list(found.by.map(named))}` : undefined}</small>`;
  return html`<td class="${style}">${mark} ${word(`survives-${found.survives}`)}${why}</td>`;
}

/** The powers that some party can end, and by what; those that nobody can are only counted. */
export function survivalTable({ arrangement, survival }: Report): Html {
  const rules = (survival[0]?.rules ?? []).map((each) => each.rule);
  const of = (side: PartySurvival, rule: string): Fate | undefined => side.rules.find((each) => each.rule === rule);
  const mortal = rules.filter((rule) => survival.some((side) => of(side, rule)?.survives !== 'every'));
  const sentences = html`<ul class="sentences">${survival.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>`;
  if (mortal.length === 0) return sentences;
  return html`${sentences}<div class="wide"><table><caption>${word('survival-caption', { mortal: mortal.length, all: rules.length })}</caption>
<thead><tr><th scope="col">${word('power')}</th>${survival.map(({ party: id }) => html`<th scope="col">${word('against', { party: nameOf(arrangement, id) })}</th>`)}</tr></thead>
<tbody>${mortal.map((rule) => html`<tr><th scope="row">${nameOf(arrangement, rule)}</th>${survival.map((side) => fate(arrangement, of(side, rule)))}</tr>`)}</tbody></table></div>`;
}
