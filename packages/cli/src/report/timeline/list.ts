/** The events that the timeline numbers, as a list. */
import { showWhen } from '@foedus/kernel';
import { say } from '../../messages.ts';
import { cited } from '../claims.ts';
import { markup, type Html } from '../markup.ts';
import type { Report } from '../model.ts';
import { eventsOf } from './svg.ts';

export function eventList({ arrangement }: Report): Html {
  const items = eventsOf(arrangement).map(
    (event) =>
      markup`<li id="event-${event.id}"><b>${event.from ? showWhen(event.from) : ''}</b> ${event.name} <small>${say(`event-${event.kind}`)} · ${say(`status-${event.status}`)}</small> ${cited(arrangement, event.sources)}</li>`,
  );
  return markup`<ol class="events">${items}</ol>`;
}
