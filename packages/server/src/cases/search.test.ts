/** Search in what a viewer sees. */
import type { consultation } from '@foedus/kernel';
import { expect, test } from 'vitest';
import { found } from './search.ts';

const history = ['긴급 협의를 요청합니다', '核の傘について Extended Deterrence', 'ＮＣＧ の開催'].map(
  (text, index) => ({ id: `a-chief/k${index}`, command: { text } }) as unknown as consultation.SeenEntry,
);

test.each([
  ['협의', [0]],
  // As some keyboards type it, in parts.
  ['협의'.normalize('NFD'), [0]],
  ['extended DETERRENCE', [1]],
  ['deterrence 核の傘', [1]],
  ['NCG', [2]],
  ['ncg 협의', []],
  ['a-chief/k1', [1]],
  ['  ', []],
])('“%s”', (query, places) => {
  expect(found(history, query)).toEqual(places.map((place) => history[place]));
});
