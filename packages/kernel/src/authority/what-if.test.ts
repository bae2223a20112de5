import { describe, expect, test } from 'vitest';
import type { Power } from '../arrangement/model.ts';
import { ask } from './ask.ts';
import { act, allOf, anyOf, is, outcome, sketch, TODAY } from './testing/sketch.ts';
import { random } from './diagram/testing/formula.ts';
import { generateAlliance, SHAPES } from './generate/generate.ts';
import type { Day } from '../arrangement/date.ts';
import { WhatIf } from './what-if.ts';

const pact = sketch({
  offices: { head: 'a', deputy: 'a', chief: 'b' },
  readings: { link: ['consent', 'presence'] },
  powers: {
    go: {
      act: 'execute by head on aid',
      valid: anyOf(is('concur by chief on aid'), is('reading link is presence')),
    },
    talk: { act: 'decide by deputy on aid' },
  },
});
const frame = { at: TODAY };

function must<T>(result: { ok: true; value: T } | { ok: false; refusal: object }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe('a what-if', () => {
  const asIs = must(WhatIf.of(pact, frame, 'office', outcome('execute on aid')));

  test('tells where the outcome can come about when somebody dissents', () => {
    expect(asIs.without([]).extent).toBe('every');
    expect(asIs.without(['head']).extent).toBe('none');
    expect(asIs.without(['chief'])).toMatchObject({
      extent: 'some',
      where: [{ readings: { link: 'presence' } }],
    });
    expect(asIs.without(['deputy', 'nobody']).extent).toBe('every');
  });

  test('takes a power that is written otherwise, and leaves what was as it was', () => {
    const go = pact.powers.get('go')!;
    const stricter = must(
      asIs.withPower({ ...go, valid: allOf('concur by chief on aid', 'concur by deputy on aid') }),
    );
    expect(stricter.without(['deputy']).extent).toBe('none');
    expect(stricter.without(['chief']).extent).toBe('none');
    expect(asIs.without(['deputy']).extent).toBe('every');
  });

  test('takes a new power, and one for another act', () => {
    const talk = pact.powers.get('talk')!;
    const second = must(asIs.withPower({ ...talk, id: 'new', act: act('execute by deputy on aid') }));
    expect(second.without(['head']).extent).toBe('every');
    const gone = must(asIs.withPower({ ...pact.powers.get('go')!, act: act('execute by chief on aid') }));
    expect(gone.without(['head']).extent).not.toBe('none');
  });

  test('refuses what there is not', () => {
    expect(WhatIf.of(pact, frame, 'office', outcome('execute on peace'))).toMatchObject({
      ok: false,
      refusal: { code: 'unknown-outcome' },
    });
  });
});

describe.each(SHAPES)('on a %s', (shape) => {
  const { arrangement, outcome } = generateAlliance(shape, 60);
  const at = { at: '2026-01-01' as Day };

  test.each(['seat', 'office', 'party'] as const)(
    'agrees with the question canBlock about everybody at the level of a %s, as it is and after changes',
    (level) => {
      const below = random(7);
      let now = must(WhatIf.of(arrangement, at, level, outcome));
      const everybody = level === 'party' ? arrangement.parties.keys() : arrangement.offices.keys();
      const some = [...everybody].filter((_, index) => index < 6 || index % 11 === 0);
      for (let change = 0; change < 4; change++) {
        for (const who of some) {
          const asked = ask(now.arrangement, at, { ask: 'canBlock', who, outcome, level });
          if (!asked.ok || asked.answer.ask !== 'canBlock') throw new Error('refused');
          const without = now.without(
            asked.answer.witness?.shows ? asked.answer.witness.players : playersOf(who),
          );
          // It blocks where the outcome is possible with it and not without it.
          expect([who, without.extent]).toEqual([
            who,
            { every: 'none', some: 'some', none: now.without([]).extent }[asked.answer.extent],
          ]);
        }
        now = must(now.withPower(changed([...now.arrangement.powers.values()], below)));
      }

      function playersOf(who: string): string[] {
        return [['minister', 'commander'].includes(who) && level === 'seat' ? 'supreme-seat' : who];
      }
    },
  );
});

/** Some power that from now on needs the president too, or nobody. */
function changed(powers: readonly Power[], below: (bound: number) => number): Power {
  const power = powers[below(powers.length)]!;
  const valid = below(2) === 0 ? allOf(power.valid, is('concur by president on common-defence')) : allOf();
  return { ...power, valid };
}
