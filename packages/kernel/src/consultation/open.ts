/** Who may open a consultation, on what. */
import type { Arrangement } from '../arrangement/model.ts';
import { badFrame } from '../authority/reply.ts';
import { namedActs } from '../authority/universe.ts';
import type { Open } from './command.ts';
import { refuseActor } from './permit.ts';
import { refuse, type Refusal } from './refusal.ts';

/** An office that some rule in force names on each of the matters, itself or in a body, may open a consultation on them. */
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
  const acts = namedActs(arrangement, frame.at);
  const isOrSits = (actor: string | undefined): boolean =>
    actor !== undefined &&
    (actor === office || (arrangement.bodies.get(actor)?.members.includes(office) ?? false));
  const foreign = matters.find(
    (matter) => !acts.some((act) => act.on === matter && (isOrSits(act.by) || isOrSits(act.to))),
  );
  return foreign === undefined ? undefined : refuse('not-named', foreign);
}
