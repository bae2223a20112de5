/** The claims with their verdicts, their reasons and their sources. */
import { list, nameOf, type Arrangement, type Citation } from '@foedus/kernel';
import { say } from '../messages.ts';
import type { ClaimOutput } from '../schema/check.ts';
import { markup, type Content, type Html } from './markup.ts';
import type { Report } from './model.ts';
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

function reasons(arrangement: Arrangement, claim: ClaimOutput): Html {
  return markup`<details><summary>${word('reasons', { count: claim.checks.length })}</summary>${claim.checks.map(
    (check) => {
      const rules = check.grounds
        .filter((ground) => ground.arrangement === arrangement.id)
        .map(({ rule }) => nameOf(arrangement, rule));
      return markup`<div class="check"><p class="question">${check.holds ? '✓' : '✗'} ${check.question}</p><p>${check.sentence}</p>${rules.length > 0 ? markup`<p class="note">${say('rests-on')}: ${list(rules)}</p>` : undefined}</div>`;
    },
  )}</details>`;
}

export function claimsTable({ arrangement, claims }: Report): Html {
  return markup`<div class="wide"><table class="claims"><caption>${word('claims-caption')}</caption>
<thead><tr><th scope="col">${word('claim')}</th><th scope="col">${word('verdict')}</th><th scope="col">${word('kind-and-mark')}</th><th scope="col">${word('says')}</th><th scope="col">${word('source')}</th></tr></thead>
<tbody>${claims.map(
    (
      claim,
    ) => markup`<tr id="claim-${claim.id}"><th scope="row">${claim.id}</th><td class="${claim.holds ? 'stands' : 'falls'}">${claim.holds ? '✓' : '✗'} ${say(claim.holds ? 'claim-holds' : 'claim-fails')}</td>
<td>${say(`kind-${claim.kind}`)}<br><small>${say(`mark-${claim.mark}`)}</small></td><td>${claim.says}${reasons(arrangement, claim)}</td><td>${cited(arrangement, claim.sources)}</td></tr>`,
  )}</tbody></table></div>`;
}
