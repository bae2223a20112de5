/** What is left open, and where everything comes from. */
import { holdsOn } from '@foedus/kernel';
import { say } from '../messages.ts';
import { cited } from './claims.ts';
import { markup, type Html } from './markup.ts';
import type { Report } from './model.ts';
import { word } from './words.ts';

/** Readings with their alternatives, and unknowns. */
export function openTable({ arrangement, at }: Report): Html {
  const readings = [...arrangement.readings.values()].filter((each) => holdsOn(each, at));
  const unknowns = [...arrangement.unknowns.values()].filter((each) => holdsOn(each, at));
  return markup`<div class="wide"><table><caption>${word('open-caption')}</caption>
<thead><tr><th scope="col">${word('open')}</th><th scope="col">${word('alternatives')}</th><th scope="col">${word('source')}</th></tr></thead>
<tbody>${readings.map(
    (each) =>
      markup`<tr><th scope="row">${each.name}${each.note ? markup`<br><small>${each.note}</small>` : undefined}</th><td><ul>${each.alternatives.map(({ name, sources }) => markup`<li>${name} ${cited(arrangement, sources)}</li>`)}</ul></td><td>${cited(arrangement, each.sources)}</td></tr>`,
  )}${unknowns.map(
    (each) =>
      markup`<tr><th scope="row">${each.name}${each.note ? markup`<br><small>${each.note}</small>` : undefined}</th><td>${word('nobody-says')}</td><td>${cited(arrangement, each.sources)}</td></tr>`,
  )}</tbody></table></div>`;
}

export function sourceList({ arrangement }: Report): Html {
  const items = [...arrangement.sources.values()].map((source) => {
    const address = source.address;
    const link =
      address === undefined
        ? undefined
        : /^https?:/.test(address)
          ? markup` <a href="${address}">${address}</a>`
          : markup` <span class="address">${address}</span>`;
    return markup`<li id="source-${source.id}"><b>${source.id}</b> ${source.title} <small>${word(`source-${source.kind}`)}</small>${link}</li>`;
  });
  return markup`<ul class="sources">${items}</ul><p class="note">${word('status-note')} ${(['text', 'reported', 'planned', 'inferred', 'hedged'] as const).map((status, index) => markup`${index > 0 ? ' · ' : ''}${say(`status-${status}`)}`)}</p>`;
}
