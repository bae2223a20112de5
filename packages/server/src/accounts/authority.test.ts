import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { may, mayAdminister, type Governed, type Viewer } from './authority.ts';
import { DEMO, type Principal, type Role } from './principal.ts';

const SEAT: Viewer = { as: 'seat', seat: 'minister' };
const PARTY: Viewer = { as: 'party', party: 'arden' };
const PUBLIC: Viewer = { as: 'public' };
const CASE: Governed = { id: 'case-1', arrangement: 'league' };

const who = (...roles: Role[]): Principal => ({ id: 'p', name: 'P', demo: false, roles });
const held = { arrangement: 'league' };
const minister: Role = { role: 'seat-holder', seat: 'minister', ...held };

describe('what a role grants', () => {
  const table = (principal: Principal | null, governed = CASE) => ({
    acts: may(principal, 'act', governed, SEAT),
    seat: may(principal, 'see', governed, SEAT),
    party: may(principal, 'see', governed, PARTY),
    public: may(principal, 'see', governed, PUBLIC),
  });
  const nothing = { acts: false, seat: false, party: false, public: false };

  test('nobody is granted nothing, and neither is who has no role', () => {
    expect(table(null)).toEqual(nothing);
    expect(table(who())).toEqual(nothing);
  });

  test('who holds a seat acts for it and sees what it sees', () => {
    expect(table(who(minister))).toEqual({ acts: true, seat: true, party: false, public: true });
  });

  test("a party's staff sees its party's view and acts for nobody", () => {
    const staff = who({ role: 'party-staff', party: 'arden', ...held });
    expect(table(staff)).toEqual({ acts: false, seat: false, party: true, public: true });
  });

  test('an observer sees what is public in the case to which he is admitted', () => {
    const observer = who({ role: 'observer', case: 'case-1' });
    expect(table(observer)).toEqual({ ...nothing, public: true });
    expect(table(observer, { ...CASE, id: 'case-2' })).toEqual(nothing);
  });

  test('the secretariat acts for no seat and sees no more than the public, whatever else it was granted', () => {
    const secretariat = who({ role: 'secretariat' }, minister, {
      role: 'party-staff',
      party: 'arden',
      ...held,
    });
    expect(table(secretariat)).toEqual({ ...nothing, public: true });
    expect(mayAdminister(secretariat)).toBe(true);
    expect(mayAdminister(who(minister))).toBe(false);
    expect(mayAdminister(null)).toBe(false);
  });

  test('a seat held for an exercise is held in no other case', () => {
    const player = who({ ...minister, case: 'case-1' });
    expect(table(player)).toEqual(table(who(minister)));
    expect(table(player, { ...CASE, id: 'case-2' })).toEqual(nothing);
  });

  test('the demo principal holds every seat, and still only seats act', () => {
    expect(table(DEMO)).toEqual({ acts: true, seat: true, party: true, public: true });
    expect(may(DEMO, 'act', CASE, PARTY)).toBe(false);
    expect(may(DEMO, 'act', CASE, PUBLIC)).toBe(false);
  });
});

describe('laws', () => {
  const name = fc.constantFrom('a', 'b', 'c');
  const held = fc.record({ arrangement: name, case: name }, { requiredKeys: ['arrangement'] });
  const role: fc.Arbitrary<Role> = fc.oneof(
    fc.constant<Role>({ role: 'secretariat' }),
    fc.tuple(name, held).map(([seat, held]): Role => ({ role: 'seat-holder', seat, ...held })),
    fc.tuple(name, held).map(([party, held]): Role => ({ role: 'party-staff', party, ...held })),
    name.map((id): Role => ({ role: 'observer', case: id })),
  );
  const principal = fc.array(role, { maxLength: 5 }).map((roles) => who(...roles));
  const governed = fc.record({ id: name, arrangement: name });
  const viewer: fc.Arbitrary<Viewer> = fc.oneof(
    name.map((seat): Viewer => ({ as: 'seat', seat })),
    name.map((party): Viewer => ({ as: 'party', party })),
    fc.constant<Viewer>({ as: 'public' }),
  );

  test('nobody acts for a seat he does not hold', () => {
    fc.assert(
      fc.property(principal, governed, viewer, (principal, governed, viewer) => {
        if (!may(principal, 'act', governed, viewer)) return;
        expect(principal.roles).toContainEqual(
          expect.objectContaining({
            role: 'seat-holder',
            seat: viewer.as === 'seat' ? viewer.seat : undefined,
            arrangement: governed.arrangement,
          }),
        );
      }),
    );
  });

  test('who may act may see; who may see anything may see what is public', () => {
    fc.assert(
      fc.property(principal, governed, viewer, (principal, governed, viewer) => {
        if (may(principal, 'act', governed, viewer))
          expect(may(principal, 'see', governed, viewer)).toBe(true);
        if (may(principal, 'see', governed, viewer))
          expect(may(principal, 'see', governed, PUBLIC)).toBe(true);
      }),
    );
  });

  test('to lose a role, that of the secretariat left out, never grants anything', () => {
    fc.assert(
      fc.property(
        principal,
        fc.nat(4),
        governed,
        viewer,
        fc.constantFrom('act' as const, 'see' as const),
        (principal, index, governed, viewer, what) => {
          if (principal.roles[index]?.role === 'secretariat') return;
          const less = who(...principal.roles.filter((_, each) => each !== index));
          if (may(less, what, governed, viewer)) expect(may(principal, what, governed, viewer)).toBe(true);
        },
      ),
    );
  });
});
