import type { Day } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import { arrangementIn } from '../../testing/arrangements.ts';
import { Fates, isHit, officesOfParty, officesTogether, seatsOf } from './fates.ts';
import { leadingTo, mapOf } from './graph.ts';

const ROK_US = arrangementIn('rok-us');
const AT = { at: '2025-01-01' as Day };
const GRAPH = mapOf(ROK_US, AT.at);
const KILL_CHAIN = 'execute on kill-chain';

function bond(from: string, to: string): string | undefined {
  return GRAPH.edges.find((edge) => edge.from === from && edge.to === to)?.bond;
}

describe('the map of rok-us', () => {
  test('leads from who acts, and from what it needs, to an outcome', () => {
    expect(bond('strategic-command-commander', KILL_CHAIN)).toBe('does');
    expect(bond('decide on kill-chain', KILL_CHAIN)).toBe('needed');
    expect(bond('cfc-commander', KILL_CHAIN)).toBe('sometimes');
  });

  test('shows who is consulted, not who consults', () => {
    expect(bond('kaoc-us-element', KILL_CHAIN)).toBe('sometimes');
    expect(bond('kaoc-commander', KILL_CHAIN)).toBeUndefined();
  });

  test('has each thing once, and no line from or to what is not there', () => {
    const ids = GRAPH.nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(GRAPH.edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).toEqual([]);
  });

  test('knows all that leads to an outcome', () => {
    expect(leadingTo(GRAPH, KILL_CHAIN)).toContain('rok-president');
    expect(leadingTo(GRAPH, KILL_CHAIN)).not.toContain('us-president');
  });
});

describe('what falls', () => {
  const outcomes = new Map(
    GRAPH.nodes.flatMap((node) => (node.type === 'outcome' ? [[node.id, node.outcome] as const] : [])),
  );
  const fates = new Fates(ROK_US, AT, 'valid', outcomes);

  test('nothing, when nobody dissents', () => {
    expect([...fates.without([]).values()].filter(isHit)).toEqual([]);
  });

  test('what the dissenter is needed for, in the readings in which it is', () => {
    const found = fates.without(seatsOf(ROK_US, ['cfc-commander'], AT));
    expect(found.get(KILL_CHAIN)).toEqual({ before: 'every', now: 'some' });
    expect(found.get('execute on exercises')?.now).toBe('none');
    expect(isHit(found.get('decide on nuclear-release')!)).toBe(false);
  });

  test('who holds two offices dissents in both', () => {
    const together = officesTogether(ROK_US, 'cfc-commander', AT);
    expect(together.length).toBeGreaterThan(1);
    expect(seatsOf(ROK_US, together, AT)).toHaveLength(1);
  });

  test('an office under two parties belongs to neither alone', () => {
    expect(officesOfParty(ROK_US, 'us')).toContain('us-president');
    expect(officesOfParty(ROK_US, 'us')).not.toContain('cfc-commander');
  });
});
