/** The timeline: governments, the periods of powers by matter, and events, over the years. */
import {
  type Arrangement,
  type Day,
  type Government,
  type Happening,
  type Lang,
  type Power,
  type Text,
} from '@foedus/kernel';
import { onlyPartyOf } from '@foedus/kernel/drawing';
import { periodInWords } from '../../output/period.ts';
import { cut } from '../../output/width.ts';
import { eachLanguage, markup, type Html } from '../markup.ts';
import { colourClass } from '../parties.ts';
import { word } from '../words.ts';
import { pack, scale, type Scale } from './scale.ts';

const WIDTH = 1060;
const LABELS = 236;
const LINE = 16;
const GAP = 8;
/** Pixels of a column of the small text in bars, and of the labels. */
const COLUMN = 5;
const LABEL_COLUMN = 5.6;
const RADIUS = 8;

interface Lane {
  readonly label: Text;
  readonly bars: readonly (Government | Power)[];
}

function governmentLanes(arrangement: Arrangement): Lane[] {
  return [...arrangement.parties.values()]
    .map((party) => ({
      label: word('governments-of', { party: party.name }),
      bars: [...arrangement.governments.values()].filter((each) => each.party === party.id),
    }))
    .filter((lane) => lane.bars.length > 0);
}

function powerLanes(arrangement: Arrangement): Lane[] {
  return [...arrangement.matters.values()]
    .map((matter) => ({
      label: matter.name,
      bars: [...arrangement.powers.values()].filter((each) => each.act.on === matter.id),
    }))
    .filter((lane) => lane.bars.length > 0);
}

function drawBar(
  arrangement: Arrangement,
  axis: Scale,
  lang: Lang,
  each: Government | Power,
  y: number,
): Html {
  const from = axis.x(each.from?.day, 'start');
  const wide = Math.max(3, axis.x(each.until?.day, 'end') - from - 1);
  const party = each.type === 'power' ? onlyPartyOf(arrangement, each.act.by) : each.party;
  const period = periodInWords(each);
  const title = period ? `${each.name[lang]}, ${period[lang]}` : each.name[lang];
  const room = Math.floor((wide - 6) / COLUMN);
  const text =
    room < 4
      ? undefined
      : eachLanguage(
          (one) => markup`<text x="${from + 4}" y="${y + 10.5}">${cut(each.name[one], room)}</text>`,
        );
  return markup`<g class="bar ${colourClass(arrangement, party)} ${each.status}"><title>${title}</title><rect x="${from.toFixed(1)}" y="${y}" width="${wide.toFixed(1)}" height="${LINE - 3}" rx="2"/>${text}</g>`;
}

interface Drawn {
  readonly content: Html;
  readonly height: number;
}

function drawLane(arrangement: Arrangement, axis: Scale, lang: Lang, lane: Lane, top: number): Drawn {
  const packed = pack(lane.bars, (each) => [axis.x(each.from?.day, 'start'), axis.x(each.until?.day, 'end')]);
  const lines = Math.max(...packed.map(({ line }) => line)) + 1;
  const height = lines * LINE + GAP;
  const room = Math.floor((LABELS - 12) / LABEL_COLUMN);
  const label = eachLanguage(
    (one) =>
      markup`<text class="label" x="${LABELS - 8}" y="${top + 11}">${cut(lane.label[one], room)}</text>`,
  );
  const bars = packed.map(({ thing, line }) => drawBar(arrangement, axis, lang, thing, top + line * LINE));
  return {
    content: markup`<g>${label}${bars}<path class="rule" d="M0 ${top + height - GAP / 2 - 1} H${WIDTH}"/></g>`,
    height,
  };
}

/** Events as numbered dots, above each other where they are close. */
function drawEvents(events: readonly Happening[], axis: Scale, at: Day, lang: Lang, top: number): Drawn {
  const number = new Map(events.map((event, index) => [event.id, index + 1]));
  const packed = pack(events, (event) => {
    const x = axis.x(event.from?.day, 'start');
    return [x - RADIUS, x + RADIUS + 1];
  });
  const lines = Math.max(0, ...packed.map(({ line }) => line + 1));
  const dots = packed.map(({ thing, line }) => {
    const x = axis.x(thing.from?.day, 'start').toFixed(1);
    const y = top + RADIUS + line * (2 * RADIUS + 2);
    const later = thing.from && thing.from.day > at ? ' later' : '';
    return markup`<a href="#event-${thing.id}" class="dot${later}"><title>${thing.name[lang]}</title><circle cx="${x}" cy="${y}" r="${RADIUS}"/><text x="${x}" y="${y + 3.2}">${number.get(thing.id)}</text></a>`;
  });
  const label = eachLanguage(
    (one) => markup`<text class="label" x="${LABELS - 8}" y="${top + 12}">${word('events')[one]}</text>`,
  );
  return { content: markup`<g>${label}${dots}</g>`, height: lines * (2 * RADIUS + 2) + GAP };
}

function drawAxis(axis: Scale, at: Day, height: number): Html {
  const many = axis.years.length > 24;
  const years = axis.years.filter((year) => !many || year % 5 === 0);
  const lines = years.map((year) => {
    const x = axis.x(`${year}-01-01` as Day, 'start').toFixed(1);
    return markup`<path class="year" d="M${x} 16 V${height}"/><text class="year" x="${x}" y="11">${year}</text>`;
  });
  const x = axis.x(at, 'end').toFixed(1);
  return markup`<g>${lines}<path class="now" d="M${x} 14 V${height}"/></g>`;
}

/** Events in the order of their days. */
export function eventsOf(arrangement: Arrangement): Happening[] {
  return [...arrangement.events.values()].toSorted((a, b) =>
    (a.from?.day ?? '') < (b.from?.day ?? '') ? -1 : 1,
  );
}

/** Draws one thing below another, from a height on. */
type Draw = (top: number) => Drawn;

function chart(axis: Scale, at: Day, title: string, description: string, draws: readonly Draw[]): Html {
  const drawn: Html[] = [];
  let top = 22;
  for (const draw of draws) {
    const { content, height } = draw(top);
    drawn.push(content);
    top += height;
  }
  return markup`<svg class="timeline" role="group" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}">
<title>${title}</title><desc>${description}</desc>${drawAxis(axis, at, top)}${drawn}</svg>`;
}

/** Two drawings over the same years, so that a page can break between them: what happened, and which powers there were. */
export function drawTimeline(
  arrangement: Arrangement,
  at: Day,
  lang: Lang,
): readonly [happened: Html, powers: Html] {
  const events = eventsOf(arrangement);
  const dated = [...events, ...arrangement.powers.values()];
  const days = dated.flatMap(({ from, until }) => [from?.day, until?.day]).filter((day) => day !== undefined);
  const axis = scale([...days, at], LABELS, WIDTH - 10);
  const lanes = (all: readonly Lane[]): Draw[] =>
    all.map((lane) => (top) => drawLane(arrangement, axis, lang, lane, top));
  const description = word('timeline-caption', { at })[lang];
  const happened: Draw[] = [
    (top) => drawEvents(events, axis, at, lang, top),
    ...lanes(governmentLanes(arrangement)),
  ];
  return [
    chart(axis, at, word('timeline-events')[lang], description, happened),
    chart(axis, at, word('timeline-powers')[lang], description, lanes(powerLanes(arrangement))),
  ];
}
