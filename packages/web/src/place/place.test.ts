import { LANGS } from '@foedus/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXERCISE_VIEWS, pathOf, placeOf, ROOM_VIEWS, VIEWS, type Page, type Place } from './place.ts';

const caseId = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/);
const ALONE = [
  'arrangements',
  'consultations',
  'convening',
  'exercises',
  'import',
  'comparison',
  'coverage',
  'sign-in',
  'enrol',
  'join',
  'account',
  'look',
] as const;

const pages = fc.oneof(
  fc.constantFrom(...ALONE).map((name): Page => ({ name })),
  fc.record({ name: fc.constant('consultation' as const), id: caseId }),
  fc.record({
    name: fc.constant('room' as const),
    id: caseId,
    viewer: fc.constantFrom('seat:a-chief', 'party:arden', 'public'),
    view: fc.constantFrom(...ROOM_VIEWS),
  }),
  fc.record({ name: fc.constantFrom('scenario' as const, 'exercise' as const), id: caseId }),
  fc.record({ name: fc.constant('playing' as const), id: caseId, as: caseId }),
  fc.record({
    name: fc.constant('playing' as const),
    id: caseId,
    as: caseId,
    view: fc.constantFrom(...EXERCISE_VIEWS),
  }),
  fc.record({
    name: fc.constant('arrangement' as const),
    id: fc.string({ minLength: 1, unit: 'grapheme' }).filter((id) => !/^\.+$/.test(id)),
    view: fc.constantFrom(...VIEWS),
  }),
);

describe('a place', () => {
  test('is found again by its path, in every language', () => {
    const places = fc.record({
      lang: fc.constantFrom(...LANGS),
      page: pages,
      query: fc.constantFrom('', '?at=2024-10-01'),
    });
    fc.assert(
      fc.property(places, (place: Place) => {
        const { pathname, search } = new URL(pathOf(place), 'http://foedus');
        expect(placeOf(pathname, search, 'en')).toEqual(place);
      }),
    );
  });

  test('without a language is in the visitor’s own', () => {
    expect(placeOf('/', '', 'ko')).toEqual({ lang: 'ko', page: { name: 'arrangements' }, query: '' });
    expect(placeOf('/sign-in', '?problem=oidc-refused', 'ko')).toEqual({
      lang: 'ko',
      page: { name: 'sign-in' },
      query: '?problem=oidc-refused',
    });
    expect(placeOf('/look', '', 'ja')).toEqual({ lang: 'ja', page: { name: 'look' }, query: '' });
  });

  test.each([
    '/en/elsewhere',
    '/en/look/more',
    '/en/arrangements/rok-us/nothing',
    '/en/arrangements/a/map/b',
    '/en/enrol/token',
    '/en/consultations/new/public/nothing',
    '/en/consultations/a/public/room/more',
    '/en/exercises/scenarios',
    '/en/exercises/scenarios/a/more',
    '/en/exercises/import/more',
    '/en/exercises/a/b/nothing',
    '/en/exercises/a/b/board/more',
  ])('%s is nowhere', (path) => {
    expect(placeOf(path, '', 'en').page).toEqual({ name: 'nowhere' });
  });
});
