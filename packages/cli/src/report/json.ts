/** A report as data for programs. */
import { showAct, showWhen, type Any } from '@foedus/kernel';
import { authorityMap } from './map/graph.ts';
import type { Report } from './model.ts';

function dated({ id, name, status, from, until }: Any): object {
  return {
    id,
    name,
    status,
    ...(from ? { from: showWhen(from) } : {}),
    ...(until ? { until: showWhen(until) } : {}),
  };
}

export function reportJson(report: Report): object {
  const { arrangement, other, at } = report;
  const { nodes, edges } = authorityMap(arrangement, at);
  return {
    arrangement: { id: arrangement.id, name: arrangement.name, summary: arrangement.summary },
    with: other?.id ?? null,
    at,
    map: {
      acts: nodes.filter((node) => node.type === 'act').map((node) => node.id),
      bonds: edges.filter((edge) => edge.bond !== 'about'),
    },
    voices: report.voices,
    outcomes: report.outcomes.map((each) => ({ ...each, outcome: showAct(each.outcome) })),
    survival: report.survival,
    events: [...arrangement.events.values()].map((event) => ({
      ...dated(event),
      kind: event.kind,
      who: event.who,
      about: event.about,
      sources: event.sources,
    })),
    claims: report.claims,
    readings: [...arrangement.readings.values()].map((reading) => ({
      ...dated(reading),
      alternatives: reading.alternatives.map(({ id, name }) => ({ id, name })),
    })),
    unknowns: [...arrangement.unknowns.values()].map(dated),
  };
}
