/**
 * A case that is older than the record, after a restore, is caught up from it: the commands that the entries bear are decided again in their
 * order, and what comes out has to be what the entries say. What does not come out so is left alone, and the case is closed to new acts.
 */
import { consultation, record, type Arrangement } from '@foedus/kernel';
import { payloadFor, type RecordedItem } from '../record/index.ts';
import type { Put, Store } from '../store/store.ts';
import { arrangementFrom, freeze, thaw, type Shelf, type Shelved } from './arrangements.ts';
import type { Behind } from './behind.ts';
import { decode, encode } from './bytes.ts';
import { isCaseId, nameOfCase, recordedAs, type CaseMeta } from './meta.ts';

type Event = consultation.Event;

const PAGE = 1000;

/** The case as the store has it; one of which it has nothing was opened after the backup. */
export interface Held {
  readonly meta: CaseMeta | undefined;
  readonly put: Pick<Put, 'cell' | 'over'>;
  readonly events: readonly Event[];
}

export async function heldCase(store: Store, id: string): Promise<Held> {
  const name = `case/${id}`;
  const cell = await store.get(name);
  const events: Event[] = [];
  for (let more = true; more;) {
    const rows = await store.read(name, events.length, PAGE);
    events.push(...rows.map((row) => decode(row) as Event));
    more = rows.length === PAGE;
  }
  const meta = cell && (decode(cell.value) as CaseMeta);
  return { meta, put: { cell: name, over: cell?.version ?? 'absent' }, events };
}

/** Adds to a case what the record has of it beyond, all or nothing; gives why it could not. */
export async function catchUpCase(
  store: Store,
  shelf: Shelf,
  held: Held,
  lost: readonly RecordedItem[],
): Promise<Behind | undefined> {
  const behind = (why: Behind['why']): Behind => ({ why, lacks: lost.length });
  const inOrder = lost.toSorted((a, b) => (a.place ?? -1) - (b.place ?? -1));
  const opening = asCommand(inOrder[0]!);
  const hash = held.meta?.hash ?? inOrder[0]!.payload['hash'];
  if (!held.meta && opening?.type !== 'open') return behind('gap');
  const found = typeof hash === 'string' ? await arrangementWith(store, shelf, hash) : undefined;
  if (!found) return behind('arrangement-missing');
  const meta =
    held.meta ?? metaOf(inOrder[0]!, opening as consultation.Open, found.arrangement, String(hash));
  if (!meta) return behind('differs');
  const events = decidedAgain(found.arrangement, meta, held.events, inOrder);
  if (!Array.isArray(events)) return behind(events);
  if (found.shelved) await freeze(store, found.shelved);
  const { phase } = consultation.replay([...held.events, ...events])!;
  const done = await store.commit({
    appends: [{ stream: nameOfCase(meta.id), at: held.events.length, rows: events.map(encode) }],
    puts: phase === held.meta?.phase ? [] : [{ ...held.put, value: encode({ ...meta, phase }) }],
  });
  if (!done.ok) throw new Error(`the case ${meta.id} changed while it was being caught up`);
  return undefined;
}

/** The events of the commands, each as its entry says and at its place; or why they are not. */
function decidedAgain(
  arrangement: Arrangement,
  meta: CaseMeta,
  before: readonly Event[],
  items: readonly RecordedItem[],
): Event[] | Behind['why'] {
  const events: Event[] = [];
  let state = consultation.replay(before);
  for (const item of items) {
    const command = asCommand(item);
    const decision = command && consultation.decide(arrangement, state, command);
    if (!decision?.ok) return 'differs';
    const at = decision.events.findIndex((event) => event.type === 'recorded');
    const recorded = decision.events[at];
    const place = before.length + events.length + at;
    if (recorded?.type !== 'recorded') return 'differs';
    if (item.place === undefined || item.place > place) return 'gap';
    if (item.place < place || !says(item, payloadFor(recordedAs(meta, arrangement), recorded.entry)))
      return 'differs';
    events.push(...decision.events);
    state = decision.events.reduce(consultation.evolve, state);
  }
  return events;
}

/** Whether an entry says just this, its order apart. */
function says({ payload }: RecordedItem, anew: Readonly<Record<string, record.Json>>): boolean {
  const { order } = payload as Readonly<Record<string, record.Json>>;
  const [one, other] = [record.canonical(payload), record.canonical({ ...anew, order: order! })];
  return one.ok && other.ok && one.value === other.value;
}

function asCommand({ payload }: RecordedItem): consultation.Recorded | undefined {
  return consultation.recordedSchema.safeParse(payload['command']).data;
}

interface FoundArrangement {
  readonly arrangement: Arrangement;
  /** Where it lies on the shelf, from which it is kept for good. */
  readonly shelved?: Shelved;
}

async function arrangementWith(
  store: Store,
  shelf: Shelf,
  hash: string,
): Promise<FoundArrangement | undefined> {
  const shelved = [...shelf.arrangements.values()].find((each) => each.hash === hash);
  if (shelved) return { arrangement: shelved.arrangement, shelved };
  const sources = await thaw(store, hash);
  return sources && { arrangement: arrangementFrom(sources) };
}

/** What is known of a case besides its events, from its opening. */
function metaOf(
  { case: id, kind }: RecordedItem,
  { arrangement, at, frame, matters, seat }: consultation.Open,
  { name }: Arrangement,
  hash: string,
): CaseMeta | undefined {
  if (!isCaseId(id)) return undefined;
  return {
    id,
    kind,
    arrangement,
    hash,
    name,
    matters,
    on: frame.at,
    convener: seat,
    openedAt: at,
    phase: 'open',
  };
}
