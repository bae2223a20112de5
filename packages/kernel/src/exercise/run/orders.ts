/** What an event of an exercise entails for its consultations. */
import type { DirectorChange, Open, Recorded } from '../../consultation/command.ts';
import { DIRECTOR } from '../../authority/director.ts';
import { utf8 } from '../../record/bytes.ts';
import { sha } from '../../record/merkle/hash.ts';
import { LANGS } from '../../text/lang.ts';
import type { WorldEffect } from '../scenario/effect.ts';
import type { Wording } from '../scenario/model.ts';
import { opening } from '../scenario/opening.ts';
import type { Exercise, ExerciseEvent } from './model.ts';
import { instantAt, type Stage } from './stage.ts';

/**
 * To be carried out after the event is committed, and again when it is not known whether it was: the key of an order is always the same, so
 * that doing it again changes nothing. The moment is in scenario time; where the consultation is further already, it is to be taken as that
 * moment. A command that is refused because of what players did before (`no-change`, `closed`) has nothing more to do.
 */
export type CaseOrder =
  | { readonly consultation: string; readonly open: Open }
  | { readonly consultation: string; readonly command: Recorded };

export function orders(stage: Stage, event: ExerciseEvent, after: Exercise): readonly CaseOrder[] {
  const at = instantAt(stage.scenario, event.elapsed);
  switch (event.type) {
    case 'convening':
      return after.consultations.has(event.consultation)
        ? []
        : [{ consultation: event.consultation, open: openingOf(stage, event.consultation, at) }];
    case 'sent': {
      const commands = commandsOf(after, event.inject, at);
      return [...after.consultations.keys()].flatMap((consultation) =>
        commands.map((command) => ({ consultation, command })),
      );
    }
    case 'convened':
      // A consultation begins in the world as it has become.
      return after.world
        .filter(({ elapsed }) => elapsed <= event.elapsed)
        .flatMap(({ inject }) => commandsOf(after, inject, at))
        .map((command) => ({ consultation: event.consultation, command }));
    default:
      return [];
  }
}

function openingOf({ scenario }: Stage, id: string, at: Open['at']): Open {
  return opening(scenario, scenario.consultations.get(id)!, at);
}

function commandsOf({ injects }: Exercise, id: string, at: Open['at']): readonly Recorded[] {
  const { inject } = injects.get(id)!;
  const name = nameOf(id);
  return inject.effects.map((effect, index) => ({
    ...changeOf(effect),
    key: `inject-${name}-${index + 1}`,
    seat: DIRECTOR,
    office: DIRECTOR,
    at,
  }));
}

/**
 * What stands for a serial in a key: serials come from spreadsheets and may hold what a key may not, and everybody sees the key, who is not to
 * learn of it how long the list is.
 */
function nameOf(serial: string): string {
  const bytes = sha(utf8(serial)).subarray(0, 6);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

type Change = DirectorChange extends infer T ? (T extends unknown ? Omit<T, keyof Issue> : never) : never;
type Issue = Pick<Recorded, 'key' | 'seat' | 'office' | 'at'>;

function changeOf(effect: WorldEffect): Change {
  switch (effect.type) {
    case 'condition':
      return { type: 'declare', on: effect.condition, holds: effect.holds };
    case 'link-down':
    case 'link-up':
      return {
        type: effect.type,
        of: effect.of,
        ...(effect.with === undefined ? {} : { with: effect.with }),
      };
    case 'absent':
    case 'present':
      return { type: effect.type, of: effect.seat };
    case 'succeed':
      return {
        type: 'succeed',
        of: effect.seat,
        holder: inAnyLanguage(effect.holder),
        acting: effect.acting,
      };
    case 'suspend':
    case 'restore':
      return { type: effect.type, rule: effect.rule };
  }
}

/** A consultation knows holders by one name; of several languages, the first of the house. */
function inAnyLanguage(wording: Wording): string {
  return LANGS.map((lang) => wording[lang]).find((text) => text !== undefined) ?? '';
}
