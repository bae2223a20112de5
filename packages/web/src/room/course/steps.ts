/** The course of a consultation: items, what took effect by them, and what was not done in time, one after the other. */
import { consultation, showAct, type Act } from '@foedus/kernel';

export type Miss = consultation.Seen['missed'][number];

export type Step =
  | { readonly at: number; readonly item: consultation.SeenEntry }
  | { readonly at: number; readonly effect: consultation.SeenEffect }
  | { readonly at: number; readonly miss: Miss };

function actOf({ command }: consultation.SeenEntry): Act | undefined {
  const acting = consultation.asActing(command);
  return acting && consultation.actOf(acting);
}

/** Items and effects in the order of their moments; of an act that takes effect by itself, its item says so. */
export function stepsOf({ effected, history, missed }: consultation.Seen): readonly Step[] {
  const own = new Set(history.flatMap((item) => actOf(item) ?? []).map(showAct));
  const items = history.map((item): Step => ({ at: item.command.at, item }));
  const effects = effected
    .filter(({ act }) => !own.has(showAct(act)))
    .map((effect): Step => ({ at: effect.at, effect }));
  const misses = missed.map((miss): Step => ({ at: miss.at, miss }));
  // What took effect at the moment of an item follows from it.
  return [...items, ...effects, ...misses].toSorted((a, b) => a.at - b.at);
}
