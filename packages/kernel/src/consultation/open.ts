/** Who may open a consultation, on what. */
import type { Day } from '../arrangement/date.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { badFrame } from '../authority/reply.ts';
import { namedActs } from '../authority/universe.ts';
import type { Open } from './command.ts';
import { refuseActor } from './permit.ts';
import { refuse, type Refusal } from './refusal.ts';

/** The matters on which an office may open a consultation: those on which some rule in force on the day names it, itself or in a body. */
export function openable(arrangement: Arrangement, at: Day, office: string): readonly string[] {
  const isOrSits = (actor: string | undefined): boolean =>
    actor !== undefined &&
    (actor === office || (arrangement.bodies.get(actor)?.members.includes(office) ?? false));
  const on = new Set(
    namedActs(arrangement, at)
      .filter((act) => isOrSits(act.by) || isOrSits(act.to))
      .map((act) => act.on),
  );
  return [...arrangement.matters.keys()].filter((matter) => on.has(matter));
}

export function refuseOpening(arrangement: Arrangement, command: Open): Refusal | undefined {
  const { frame, matters, office, zones } = command;
  if (command.arrangement !== arrangement.id) return refuse('other-arrangement', command.arrangement);
  const frameFault = badFrame(arrangement, frame);
  if (frameFault) return refuse('unknown-name', String(frameFault.params['name']));
  if (matters.length === 0) return refuse('no-matter');
  const actor = refuseActor(arrangement, frame.at, command);
  if (actor) return actor;
  const unknown =
    matters.find((matter) => !arrangement.matters.has(matter)) ??
    Object.keys(zones?.capitals ?? {}).find((party) => !arrangement.parties.has(party));
  if (unknown !== undefined) return refuse('unknown-name', unknown);
  const own = openable(arrangement, frame.at, office);
  const foreign = matters.find((matter) => !own.includes(matter));
  return foreign === undefined ? undefined : refuse('not-named', foreign);
}
