/**
 * The voices in one matter: prepared once, then told for anybody. See questions/voice.ts for what a voice is.
 *
 * Whether somebody is passed over is a question about acts; whether it is needed, about the one who answers for them.
 */
import { showAct, VOICE_KINDS, type Act, type VoiceKind } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { Compilation } from './compile.ts';
import type { Bdd, Ref } from './diagram/bdd.ts';
import type { Gate } from './diagram/circuit.ts';
import { delegationsOf, voiceRank } from './grants.ts';
import { levelFor, playersOf, speaksAs } from './players.ts';
import type { Effect, Frame, Level, VoiceLevel } from './question.ts';
import { namedActs, universe } from './universe.ts';
import { IDLE, openingsDiagram, Valuation, WILLING, type Settled } from './valuation.ts';

export interface Voicing {
  readonly most: VoiceLevel;
  readonly least: VoiceLevel;
  /** The acts in which its voice is. */
  readonly acts: readonly Act[];
}

type ActorLevel = Exclude<Level, 'act'>;

const NO_VOICE: VoiceLevel = { kind: 'none', firmness: 'may', alone: false };

/** Its methods may throw `BudgetSpent`. */
export class Voices {
  readonly arrangement: Arrangement;
  readonly frame: Frame;
  /** Every act of the matter that some rule in force names and that gives a voice. */
  readonly acts: readonly Act[];
  readonly byAct: Valued;
  readonly #kinds: readonly VoiceKind[];
  readonly #byPlayer = new Map<Level, { readonly willing: Valued; readonly idle: Valued }>();
  /** By name, the acts in which that one's voice is, by place. */
  readonly #voiced: ReadonlyMap<string, readonly number[]>;
  /** By name, every act that is done by that one or is addressed to it. */
  readonly #involving: ReadonlyMap<string, readonly number[]>;
  readonly #universe: readonly (readonly [sentence: string, act: Act])[];
  /** The sentences of `acts`. */
  readonly #asked: ReadonlySet<string>;

  constructor(arrangement: Arrangement, frame: Frame, matter: string) {
    this.arrangement = arrangement;
    this.frame = frame;
    this.acts = namedActs(arrangement, frame.at).filter(
      (act) => act.on === matter && voiceRank(act.kind) > 0,
    );
    this.#kinds = VOICE_KINDS.filter((kind) => this.acts.some((act) => act.kind === kind));
    this.byAct = new Valued(new Compilation(arrangement, frame, 'act'), 'proper', WILLING, this.acts);
    this.#voiced = byName(this.acts, (act) => this.#voicesIn(act));
    this.#universe = [...universe(arrangement)];
    this.#asked = new Set(this.acts.map(showAct));
    this.#involving = byName(this.#universe, ([, act]) => [act.by, ...this.#reached(act.to)]);
  }

  of(who: string): Voicing {
    const level = levelFor(this.arrangement, who) as ActorLevel;
    const { willing, idle } = this.#valued(level);
    const { bdd } = willing;
    const me = playersOf(this.arrangement, who, level, this.frame.at);
    const without = willing.unless(me);
    const alone = idle.unless(me);
    const mine = [...speaksAs(this.arrangement, who)];
    const voiced = placesOf(this.#voiced, mine);
    const kindOf = (place: number): VoiceKind => this.acts[place]!.kind as VoiceKind;
    const own = new Map(
      this.#kinds.map((kind) => {
        const refs = voiced.filter((place) => kindOf(place) === kind).map((place) => willing.ofAct(place));
        return [kind, refs.reduce((any, ref) => bdd.or(any, ref), bdd.no)];
      }),
    );
    const stakes: Stakes = {
      kinds: this.#kinds,
      bdd,
      mine: (kind) => own.get(kind)!,
      needsMe: (kind) => bdd.and(willing.ofKind(kind), bdd.not(without(kind))),
      owesMe: (kind) => this.#owed(kind, new Set(mine)),
      alone,
    };
    return {
      most: levelOf(stakes, 'some'),
      least: levelOf(stakes, 'every'),
      acts: voiced.map((place) => this.acts[place]!),
    };
  }

  #valued(level: ActorLevel): { readonly willing: Valued; readonly idle: Valued } {
    const known = this.#byPlayer.get(level);
    if (known) return known;
    const compilation = new Compilation(this.arrangement, this.frame, level);
    const valued = (settled: Settled): Valued => new Valued(compilation, 'valid', settled, this.acts);
    const made = { willing: valued(WILLING), idle: valued(IDLE) };
    this.#byPlayer.set(level, made);
    return made;
  }

  /** Where the acts of a kind are proper, though they are not without the part of these. */
  #owed(kind: VoiceKind, mine: ReadonlySet<string>): 'every' | 'some' | 'none' {
    const { byAct } = this;
    const { bdd } = byAct;
    // What is asked about is not owed to itself: being addressed by the very act is no duty that comes before it.
    const undone = placesOf(this.#involving, mine)
      .map((place) => this.#universe[place]!)
      .filter(([sentence, act]) => mine.has(act.by) || act.kind !== kind || !this.#asked.has(sentence));
    const owed = bdd.and(
      byAct.ofKind(kind),
      bdd.not(byAct.unless(undone.map(([sentence]) => sentence))(kind)),
    );
    return owed === bdd.yes ? 'every' : owed === bdd.no ? 'none' : 'some';
  }

  /** An act gives a voice to the one addressed; or to those who act, themselves, in the body that acts, or as delegates. */
  #voicesIn(act: Act): readonly string[] {
    if (act.kind === 'inform' || act.kind === 'consult') return this.#reached(act.to);
    const delegates = delegationsOf(this.arrangement, act, this.frame.at).map((each) => each.to);
    return [act.by, ...delegates].flatMap((by) => this.#reached(by));
  }

  /** An actor and, of a body, its members. */
  #reached(actor: string | undefined): readonly string[] {
    return actor === undefined ? [] : [actor, ...(this.arrangement.bodies.get(actor)?.members ?? [])];
  }
}

/** The acts of a matter at one level for one effect, what each comes to, and what those of a kind come to together. */
class Valued {
  readonly bdd: Bdd;
  readonly compilation: Compilation;
  readonly #values: Valuation;
  readonly #gates: readonly Gate[];
  readonly #kinds: ReadonlyMap<VoiceKind, Gate>;

  constructor(compilation: Compilation, effect: Effect, settled: Settled, acts: readonly Act[]) {
    this.compilation = compilation;
    this.bdd = openingsDiagram(compilation);
    this.#gates = acts.map((act) => compilation.act(act, effect));
    this.#kinds = new Map(
      VOICE_KINDS.map((kind) => [
        kind,
        compilation.circuit.or(this.#gates.filter((_, place) => acts[place]!.kind === kind)),
      ]),
    );
    this.#values = new Valuation(compilation, settled, this.bdd);
    this.#values.evaluate([...this.#gates, ...this.#kinds.values()]);
  }

  ofAct(place: number): Ref {
    return this.#values.of(this.#gates[place]!);
  }

  ofKind(kind: VoiceKind): Ref {
    return this.#values.of(this.#kinds.get(kind)!);
  }

  /** What kinds come to when some players do otherwise than all others. */
  unless(players: readonly string[]): (kind: VoiceKind) => Ref {
    const variables = players.flatMap((player) => this.compilation.variableOf(player) ?? []);
    const value = this.#values.unless(variables);
    return (kind) => value(this.#kinds.get(kind)!);
  }
}

/** What the acts of each kind on the matter, taken together, take: functions of the openings. */
interface Stakes {
  readonly bdd: Bdd;
  readonly kinds: readonly VoiceKind[];
  /** One of them in which this one's voice is can come about with everybody willing. */
  readonly mine: (kind: VoiceKind) => Ref;
  /** None of them takes effect without this one, though one can with it. */
  readonly needsMe: (kind: VoiceKind) => Ref;
  /** Where none is proper without this one's part, though one can be with it. */
  readonly owesMe: (kind: VoiceKind) => 'every' | 'some' | 'none';
  readonly alone: (kind: VoiceKind) => Ref;
}

/** The highest kind that is possible in some, or in every, reading, and how firm the voice then is. */
function levelOf({ bdd, kinds, ...stakes }: Stakes, extent: 'some' | 'every'): VoiceLevel {
  const holds = (refs: readonly Ref[]): boolean => {
    const any = refs.reduce((left, right) => bdd.or(left, right), bdd.no);
    return extent === 'some' ? any !== bdd.no : any === bdd.yes;
  };
  const from = (kind: VoiceKind): readonly VoiceKind[] =>
    kinds.filter((each) => voiceRank(each) >= voiceRank(kind));
  const kind = VOICE_KINDS.toReversed().find((each) => holds(from(each).map(stakes.mine)));
  if (kind === undefined) return NO_VOICE;
  const decisive = from('decide');
  const atStake = decisive.length > 0 ? decisive : from(kind);
  const needed = holds(atStake.map(stakes.needsMe));
  const owed = (each: VoiceKind): boolean => {
    const owes = stakes.owesMe(each);
    return extent === 'some' ? owes !== 'none' : owes === 'every';
  };
  return {
    kind,
    firmness: needed ? 'needed' : atStake.some(owed) ? 'duty' : 'may',
    alone: holds(decisive.filter((each) => each === kind).map(stakes.alone)),
  };
}

/** For each name the places of the acts that it is named for. */
function byName<A>(
  acts: readonly A[],
  namesOf: (act: A) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, act] of acts.entries()) {
    for (const name of namesOf(act)) {
      const known = places.get(name);
      if (known) known.push(place);
      else places.set(name, [place]);
    }
  }
  return places;
}

/** The places under some names, ascending. */
function placesOf(
  places: ReadonlyMap<string, readonly number[]>,
  names: Iterable<string>,
): readonly number[] {
  const found = new Set([...names].flatMap((name) => places.get(name) ?? []));
  return [...found].toSorted((a, b) => a - b);
}
