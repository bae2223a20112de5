import { expect, test } from 'vitest';
import { provenance } from './provenance.ts';

const OWN = 'https://foedus.example';
const of = (headers: Record<string, string>, method = 'POST') => provenance({ method, headers }, OWN);

test('what changes nothing may come from anywhere', () => {
  expect(of({ origin: 'https://evil.example' }, 'GET')).toBe('safe');
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY', 'post'])('%s changes something', (method) => {
  expect(of({ origin: 'https://evil.example' }, method)).toBe('foreign');
});

test('our own pages are known by their origin, by the browser saying so, or by both', () => {
  expect(of({ origin: OWN })).toBe('own');
  expect(of({ 'sec-fetch-site': 'same-origin' })).toBe('own');
  expect(of({ origin: OWN, 'sec-fetch-site': 'same-origin' })).toBe('own');
});

test.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['an origin that begins like ours', { origin: 'https://foedus.example.evil' }],
  ['our host on another scheme', { origin: 'http://foedus.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['another host of our site', { 'sec-fetch-site': 'same-site' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a contradiction', { origin: OWN, 'sec-fetch-site': 'cross-site' }],
])('%s is foreign', (_, headers) => {
  expect(of(headers)).toBe('foreign');
});

test('without either, no browser sent it', () => {
  expect(of({})).toBe('program');
});
