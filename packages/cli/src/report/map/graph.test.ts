import type { Day } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import { arrangement } from '../../testing/arrangement.ts';
import { authorityMap, components } from './graph.ts';

const pact = arrangement('pact');
const map = authorityMap(pact, '2022-01-01' as Day);
const bonds = map.edges.filter((edge) => edge.bond !== 'about');

describe('the authority map', () => {
  test('an act that one reading does without is needed sometimes', () => {
    expect(bonds).toContainEqual({
      from: 'concur by borea-leader on border',
      to: 'decide by arden-leader on border',
      bond: 'sometimes',
    });
  });

  test('what a duty asks for is owed', () => {
    expect(bonds).toContainEqual({
      from: 'consult by arden-leader with borea-leader on aid',
      to: 'execute by arden-leader on aid',
      bond: 'owed',
    });
  });

  test('acts that a power grants are told from those that rules only name', () => {
    const granted = map.nodes.flatMap((node) => (node.type === 'act' && node.granted ? [node.id] : []));
    expect(granted).toEqual([
      'decide by arden-leader on border',
      'execute by arden-leader on aid',
      'plan by council on aid',
    ]);
  });

  test('has nothing of what is not in force on the day', () => {
    expect(authorityMap(pact, '2019-01-01' as Day).nodes).toEqual([]);
    const early = authorityMap(pact, '2020-06-01' as Day).nodes.map((node) => node.id);
    expect(early).not.toContain('execute by arden-leader on aid');
  });

  test('falls apart where no arrow joins, the largest part first', () => {
    const found = components(map).map((part) =>
      part.nodes.filter((node) => node.type === 'matter').map((node) => node.id),
    );
    expect(found).toEqual([['matter aid'], ['matter border']]);
  });
});
