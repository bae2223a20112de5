/** What is left open, and where everything comes from. */
import { holdsOn, STATUSES, type Arrangement, type Reading, type Source, type Unknown } from '@foedus/kernel';
import { say } from '../messages.ts';
import { cited } from './claims.ts';
import { markup, type Content, type Html } from './markup.ts';
import type { Report } from './model.ts';
import { cell, row, table } from './table.ts';
import { word } from './words.ts';

function openRow(arrangement: Arrangement, open: Reading | Unknown, alternatives: Content): Html {
  const note = open.note ? markup`<br><small>${open.note}</small>` : undefined;
  return row(markup`${open.name}${note}`, [cell(alternatives), cell(cited(arrangement, open.sources))]);
}

/** Readings with their alternatives, and unknowns. */
export function openTable({ arrangement, at }: Report): Html {
  const readings = [...arrangement.readings.values()].filter((each) => holdsOn(each, at));
  const unknowns = [...arrangement.unknowns.values()].filter((each) => holdsOn(each, at));
  const items = (reading: Reading): Content =>
    reading.alternatives.map(({ name, sources }) => markup`<li>${name} ${cited(arrangement, sources)}</li>`);
  return table(
    word('open-caption'),
    [word('open'), word('alternatives'), word('source')],
    [
      ...readings.map((reading) => openRow(arrangement, reading, markup`<ul>${items(reading)}</ul>`)),
      ...unknowns.map((unknown) => openRow(arrangement, unknown, word('nobody-says'))),
    ],
  );
}

function address(source: Source): Content {
  if (source.address === undefined) return undefined;
  return /^https?:/.test(source.address)
    ? markup` <a href="${source.address}">${source.address}</a>`
    : markup` <span class="address">${source.address}</span>`;
}

export function sourceList({ arrangement }: Report): Html {
  const items = [...arrangement.sources.values()].map((source) => {
    const kind = markup`<small>${word(`source-${source.kind}`)}</small>`;
    return markup`<li id="source-${source.id}"><b>${source.id}</b> ${source.title} ${kind}${address(source)}</li>`;
  });
  const statuses = STATUSES.map(
    (status, index) => markup`${index > 0 ? ' · ' : ''}${say(`status-${status}`)}`,
  );
  return markup`<ul class="sources">${items}</ul><p class="note">${word('status-note')} ${statuses}</p>`;
}
