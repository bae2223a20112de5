/** The report as one HTML page that needs nothing else. */
import { readFileSync } from 'node:fs';
import { holdsOn, LANGS, type Lang } from '@foedus/kernel';
import { claimsTable } from './claims.ts';
import { stopTable, survivalTable } from './control.ts';
import { markup, safe, type Content, type Html } from './markup.ts';
import { arrowHeads, drawMap } from './map/svg.ts';
import { matrix } from './matrix.ts';
import type { Report } from './model.ts';
import { openTable, sourceList } from './open.ts';
import { colourClass } from './parties.ts';
import { eventList } from './timeline/list.ts';
import { drawTimeline } from './timeline/svg.ts';
import { word } from './words.ts';

const NAMES: Readonly<Record<Lang, string>> = { en: 'English', ko: '한국어', ja: '日本語' };
const SECTIONS = ['map', 'voice', 'stop', 'survival', 'timeline', 'claims', 'open', 'sources'] as const;
type Section = (typeof SECTIONS)[number];

function style(): Html {
  return safe(readFileSync(new URL('./report.css', import.meta.url), 'utf8'));
}

function section(id: Section, lead: Content, body: Content): Html {
  return markup`<section id="${id}"><h2>${word(`section-${id}`)}</h2><p class="lead">${lead}</p>${body}</section>`;
}

function legend({ arrangement }: Report): Html {
  const parties = [...arrangement.parties.values()].map(
    (party) => markup`<span class="party ${colourClass(arrangement, party.id)}">${party.name}</span>`,
  );
  const arrow = (bond: 'needed' | 'sometimes' | 'owed'): Html =>
    markup`<span class="key"><svg width="34" height="10" aria-hidden="true"><path class="edge ${bond}" d="M1 5 H32" marker-end="url(#arrow-${bond})"/></svg>${word(`bond-${bond}`)}</span>`;
  return markup`<p class="legend">${parties}<span class="party joint">${word('joint')}</span>${(['needed', 'sometimes', 'owed'] as const).map(arrow)}<span class="key"><span class="pill">${word('matter')}</span></span><span class="key"><span class="bare-key">${word('not-granted')}</span></span></p>`;
}

function summary({ arrangement, at, claims, outcomes }: Report): Html {
  const powers = [...arrangement.powers.values()].filter((power) => holdsOn(power, at)).length;
  const failing = claims.filter((claim) => !claim.holds).length;
  const figures: readonly (readonly [number | string, Content])[] = [
    [arrangement.parties.size, word('figure-parties')],
    [arrangement.offices.size + arrangement.bodies.size, word('figure-actors')],
    [powers, word('figure-powers')],
    [outcomes.length, word('figure-outcomes')],
    [arrangement.readings.size + arrangement.unknowns.size, word('figure-open')],
    ...(claims.length > 0
      ? [[`${claims.length - failing}/${claims.length}`, word('figure-claims')] as const]
      : []),
  ];
  return markup`<dl class="figures">${figures.map(([figure, label]) => markup`<div><dt>${label}</dt><dd>${figure}</dd></div>`)}</dl>`;
}

function chooser(lang: Lang): Html {
  return safe(
    LANGS.map(
      (each) =>
        `<input type="radio" name="lang" id="lang-${each}"${each === lang ? ' checked' : ''}><label for="lang-${each}" lang="${each}">${NAMES[each]}</label>`,
    ).join(''),
  );
}

function timeline(report: Report, lang: Lang): Html {
  const [happened, powers] = drawTimeline(report.arrangement, report.at, lang);
  return markup`<div class="wide">${happened}</div>${eventList(report)}<div class="wide">${powers}</div>`;
}

/** The whole page; `lang` is the language that is shown first. */
export function page(report: Report, lang: Lang): string {
  const { arrangement, at } = report;
  const shown = SECTIONS.filter((id) => id !== 'claims' || report.claims.length > 0);
  const body = markup`${arrowHeads()}<header><div class="top"><span class="brand">Foedus</span><fieldset class="lang"><legend>${word('language')}</legend>${chooser(lang)}</fieldset></div>
<h1>${arrangement.name}</h1><p class="at">${word('as-of', { at })}</p><p class="summary">${arrangement.summary}</p>${summary(report)}
<nav aria-label="${word('contents')[lang]}"><ol>${shown.map((id) => markup`<li><a href="#${id}">${word(`section-${id}`)}</a></li>`)}</ol></nav></header><main>
${section('map', word('lead-map', { at }), markup`${legend(report)}<div class="maps">${drawMap(arrangement, at, lang)}</div>`)}
${section('voice', word('lead-voice'), matrix(report))}
${section('stop', word('lead-stop'), stopTable(report))}
${section('survival', word('lead-survival'), survivalTable(report))}
${section('timeline', word('timeline-caption', { at }), timeline(report, lang))}
${report.claims.length > 0 ? section('claims', word('lead-claims'), claimsTable(report)) : undefined}
${section('open', word('lead-open'), openTable(report))}
${section('sources', word('lead-sources'), sourceList(report))}</main><footer><p>${word('scope')}</p></footer>`;
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
${markup`<title>${arrangement.name[lang]} · ${at} · Foedus</title>`.html}
<style>${style().html}</style></head>
<body>${body.html}</body></html>
`;
}
