/** The authority map as SVG. */
import { actInWords, LANGS, nameOf, type Arrangement, type Day, type Lang, type Text } from '@foedus/kernel';
import { onlyPartyOf, placeMap, type PlacedBox, type PlacedLine } from '@foedus/kernel/drawing';
import { balance } from '../../output/width.ts';
import { eachLanguage, markup, type Html } from '../markup.ts';
import { colourClass } from '../parties.ts';
import { word } from '../words.ts';
import {
  authorityMap,
  components,
  type ActNode,
  type AuthorityMap,
  type Bond,
  type MapNode,
} from './graph.ts';

/** Boxes of one width stand in tidy layers. Pixels. */
const BOX = 142;
/** Pixels; text is 12 px high. */
const LINE = 15;
const PADDING = 10;
/** Columns at which labels are broken: half a wide letter, or a bold narrow one, takes less than 6.8 px. */
const BREAK = Math.floor((BOX - 10) / 6.8);

interface Label {
  readonly head: Text;
  readonly tail: Text;
}

function labelOf(arrangement: Arrangement, node: MapNode): Label {
  if (node.type === 'matter')
    return { head: nameOf(arrangement, node.matter), tail: { en: '', ko: '', ja: '' } };
  const { kind, by, to } = node.act;
  const toward = to === undefined ? undefined : nameOf(arrangement, to);
  const tail = toward
    ? word(`does-to-${kind === 'inform' || kind === 'consult' ? kind : 'other'}`, {
        act: word(`does-${kind}`),
        to: toward,
      })
    : word(`does-${kind}`);
  return { head: nameOf(arrangement, by), tail };
}

function lines(label: Label, lang: Lang): { readonly text: string; readonly head: boolean }[] {
  const split = (text: string, head: boolean): { text: string; head: boolean }[] =>
    text === '' ? [] : balance(text, BREAK).map((each) => ({ text: each, head }));
  return [...split(label.head[lang], true), ...split(label.tail[lang], false)];
}

/** As high as the label needs in any language, so that switching moves nothing. */
function heightOf(label: Label): number {
  return Math.max(...LANGS.map((lang) => lines(label, lang).length)) * LINE + PADDING;
}

function drawNode(arrangement: Arrangement, node: MapNode, box: PlacedBox): Html {
  const { height, left, top, width: wide } = box;
  const [x, y] = [left + wide / 2, top + height / 2];
  const label = labelOf(arrangement, node);
  const party = node.type === 'act' ? colourClass(arrangement, onlyPartyOf(arrangement, node.act.by)) : '';
  const round = node.type === 'matter' ? height / 2 : 3;
  const text = eachLanguage((lang) => {
    const shown = lines(label, lang);
    const first = y - ((shown.length - 1) * LINE) / 2 + 4;
    return shown.map(
      (line, index) =>
        markup`<text x="${x + (node.type === 'act' ? 2 : 0)}" y="${first + index * LINE}" class="${line.head ? 'head' : 'tail'}">${line.text}</text>`,
    );
  });
  const band =
    node.type === 'act'
      ? markup`<rect class="band" x="${left}" y="${top}" width="5" height="${height}"/>`
      : undefined;
  const kind = node.type === 'matter' ? 'matter' : node.granted ? 'act' : 'act bare';
  const frame = markup`<rect class="box" x="${left}" y="${top}" width="${wide}" height="${height}" rx="${round}"/>`;
  return markup`<g class="${kind} ${party}">${frame}${band}${text}</g>`;
}

/** A smooth line that leaves and enters its boxes, and passes each point, to the right. */
function drawEdge(bond: Bond, { points }: PlacedLine): Html {
  const shown = (value: number): string => value.toFixed(1);
  const curves = points.slice(1).map(({ x, y }, index) => {
    const before = points[index]!;
    const middle = shown((before.x + x) / 2);
    return `C${middle} ${shown(before.y)} ${middle} ${shown(y)} ${shown(x)} ${shown(y)}`;
  });
  const start = points[0]!;
  const marker = bond === 'about' ? undefined : markup` marker-end="url(#arrow-${bond})"`;
  return markup`<path class="edge ${bond}" d="M${shown(start.x)} ${shown(start.y)} ${curves.join(' ')}"${marker}/>`;
}

/** A map's matters in words: what a part of it is about. */
function matters(arrangement: Arrangement, map: AuthorityMap, lang: Lang): string {
  return map.nodes
    .flatMap((node) => (node.type === 'matter' ? [nameOf(arrangement, node.matter)[lang]] : []))
    .join(', ');
}

function description(arrangement: Arrangement, map: AuthorityMap, lang: Lang): string {
  const acts = map.nodes.filter((node): node is ActNode => node.type === 'act');
  return acts.map((node) => actInWords(arrangement, node.act)[lang]).join('; ');
}

function draw(arrangement: Arrangement, map: AuthorityMap, lang: Lang): Html {
  const boxes = map.nodes.map((node) => ({
    id: node.id,
    width: BOX,
    height: heightOf(labelOf(arrangement, node)),
  }));
  const lines = map.edges.map(({ bond, from, to }) => ({ from, to, weight: bond === 'about' ? 1 : 3 }));
  const placed = placeMap(boxes, lines);
  const wide = Math.ceil(placed.width);
  const height = Math.ceil(placed.height);
  const broad = placed.width > 4 * BOX ? 'map broad' : 'map';
  return markup`<svg class="${broad}" role="img" viewBox="0 0 ${wide} ${height}" width="${wide}" height="${height}">
<title>${word('map-title', { matters: matters(arrangement, map, lang) })[lang]}</title><desc>${description(arrangement, map, lang)}</desc>
${placed.lines.map((line, index) => drawEdge(map.edges[index]!.bond, line))}${placed.boxes.map((box, index) => drawNode(arrangement, map.nodes[index]!, box))}</svg>`;
}

/** Arrow heads, once for all maps of the page. */
export function arrowHeads(): Html {
  const head = (bond: string): Html =>
    markup`<marker id="arrow-${bond}" class="${bond}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0.5 L8 4 L0 7.5 z"/></marker>`;
  return markup`<svg class="defs" width="0" height="0" aria-hidden="true"><defs>${['needed', 'sometimes', 'owed'].map(head)}</defs></svg>`;
}

/** Every part of the map in a drawing of its own, so that pages break between them. */
export function drawMap(arrangement: Arrangement, day: Day, lang: Lang): readonly Html[] {
  return components(authorityMap(arrangement, day)).map((map) => draw(arrangement, map, lang));
}
