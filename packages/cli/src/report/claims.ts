/** The claims with their verdicts, their reasons and their sources. */
import { list, nameOf, type Arrangement, type Citation } from '@foedus/kernel';
import { say } from '../messages.ts';
import type { ClaimOutput } from '../schema/check.ts';
import { markup, type Content, type Html } from './markup.ts';
import type { Report } from './model.ts';
import { cell, row, table } from './table.ts';
import { word } from './words.ts';

/** The source, the place in it and the quote, with a link to the list of sources. */
export function cited(arrangement: Arrangement, citations: readonly Citation[]): Content {
  return citations.map(({ source, at, quote }) => {
    const title = arrangement.sources.get(source)?.title;
    // A place that begins with its source's id, such as a row of a list, names both.
    const name = at === undefined ? source : at.startsWith(source) ? at : `${source} ${at}`;
    const link = title ? markup`<a href="#source-${source}">${name}</a>` : name;
    const words = quote === undefined ? undefined : markup` <q lang="">${quote}</q>`;
    return markup`<span class="cited">${link}${words}</span>`;
  });
}

function reason(arrangement: Arrangement, check: ClaimOutput['checks'][number]): Html {
  const rules = check.grounds
    .filter((ground) => ground.arrangement === arrangement.id)
    .map(({ rule }) => nameOf(arrangement, rule));
  const grounds =
    rules.length > 0 ? markup`<p class="note">${say('rests-on')}: ${list(rules)}</p>` : undefined;
  const question = markup`<p class="question">${check.holds ? '✓' : '✗'} ${check.question}</p>`;
  return markup`<div class="check">${question}<p>${check.sentence}</p>${grounds}</div>`;
}

function claimRow(arrangement: Arrangement, claim: ClaimOutput): Html {
  const checks = claim.checks.map((check) => reason(arrangement, check));
  const summary = word('reasons', { count: claim.checks.length });
  return row(markup`<span id="claim-${claim.id}">${claim.id}</span>`, [
    cell(
      markup`${claim.holds ? '✓' : '✗'} ${say(claim.holds ? 'claim-holds' : 'claim-fails')}`,
      claim.holds ? 'stands' : 'falls',
    ),
    cell(markup`${say(`kind-${claim.kind}`)}<br><small>${say(`mark-${claim.mark}`)}</small>`),
    cell(markup`${claim.says}<details><summary>${summary}</summary>${checks}</details>`),
    cell(cited(arrangement, claim.sources)),
  ]);
}

export function claimsTable({ arrangement, claims }: Report): Html {
  const heads = (['claim', 'verdict', 'kind-and-mark', 'says', 'source'] as const).map((key) => word(key));
  const rows = claims.map((claim) => claimRow(arrangement, claim));
  return table(word('claims-caption'), heads, rows, 'claims');
}
