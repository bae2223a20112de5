/** A generated alliance as the file that it would be read from, so that the pages can be measured with it. */
import { showAct, type Formula } from '@foedus/kernel';
import { generateAlliance, type AllianceShape } from '@foedus/kernel/engine';

const MADE = { status: 'inferred', source: { in: 'generator' } } as const;

function written(formula: Formula): unknown {
  switch (formula.type) {
    case 'always':
      return 'always';
    case 'act':
      return showAct(formula.act);
    case 'condition':
      return `when ${formula.condition}`;
    case 'reading':
      return `reading ${formula.reading} is ${formula.alternative}`;
    case 'allOf':
    case 'anyOf':
      return { [formula.type]: formula.of.map(written) };
    default:
      throw new Error(`the generator writes no ${formula.type}`);
  }
}

/** A veto that nobody has is not written. */
function someOf(veto: readonly string[]): object {
  return veto.length === 0 ? {} : { veto };
}

/** The powers of an alliance with all that they speak of, as YAML (of which JSON is a part). */
export function allianceFile(shape: AllianceShape, offices: number): string {
  const { arrangement } = generateAlliance(shape, offices);
  const { id, name } = arrangement;
  const table = <T extends { readonly id: string; readonly name: object }>(
    entries: ReadonlyMap<string, T>,
    more: (entry: T) => object,
  ): object =>
    Object.fromEntries(
      [...entries.values()].map((entry) => [entry.id, { name: entry.name, ...more(entry), ...MADE }]),
    );
  return JSON.stringify({
    id,
    name,
    summary: name,
    sources: { generator: { title: name, kind: 'scholarship' } },
    parties: table(arrangement.parties, () => ({})),
    offices: table(arrangement.offices, ({ answersTo }) => ({
      answersTo: answersTo.type === 'party' ? answersTo.party : '',
    })),
    seats: table(arrangement.seats, ({ offices: held }) => ({ offices: held })),
    bodies: table(arrangement.bodies, ({ members, way }) => ({
      members,
      way: way?.type === 'atLeast' ? { atLeast: way.count, ...someOf(way.veto) } : way?.type,
    })),
    matters: table(arrangement.matters, () => ({})),
    conditions: table(arrangement.conditions, () => ({})),
    readings: table(arrangement.readings, ({ alternatives }) => ({
      alternatives: Object.fromEntries(
        alternatives.map((each) => [each.id, { name: each.name, source: MADE.source }]),
      ),
    })),
    powers: table(arrangement.powers, ({ act, valid, proper }) => ({
      act: showAct(act),
      valid: written(valid),
      proper: written(proper),
    })),
  });
}
