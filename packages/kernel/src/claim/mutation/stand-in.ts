/** Who could act in somebody's place: an office of each party, those asked about first. */
import type { Arrangement } from '../../arrangement/model.ts';
import { actingOffices, officesOf } from '../../authority/players.ts';
import type { Aim } from './model.ts';

/** Offices, of every party one, and bodies that are asked about; never the actor itself. */
export function standIns(arrangement: Arrangement, actor: string, aim: Aim): readonly string[] {
  const asked = aim.actors.flatMap((each) => askedAbout(arrangement, each, actor));
  const ofParties = [...arrangement.parties.keys()].flatMap((party) =>
    officesOf(arrangement, party)
      .filter((office) => office !== actor)
      .slice(0, 1),
  );
  return [...new Set([...asked, ...ofParties])].filter((each) => each !== actor);
}

function askedAbout(arrangement: Arrangement, asked: string, actor: string): readonly string[] {
  if (arrangement.bodies.has(asked)) return arrangement.bodies.has(actor) ? [asked] : [];
  const offices = actingOffices(arrangement, asked).filter((office) => arrangement.offices.has(office));
  return offices.filter((office) => office !== actor).slice(0, 1);
}

/** Whom an act could be addressed to instead: a party for a party, else whoever could stand in for the addressee. */
export function otherAddressees(arrangement: Arrangement, addressee: string, aim: Aim): readonly string[] {
  if (!arrangement.parties.has(addressee)) return standIns(arrangement, addressee, aim);
  return [...arrangement.parties.keys()].filter((party) => party !== addressee);
}
