/** A notional pact of two parties, with a general who answers to both, and a consultation under it. */
import { consultation, readArrangement, type Arrangement, type Day } from '@foedus/kernel';
import type { RecordedCase } from '../entries.ts';

const TEXT = `
id: pact
name: { en: Pact, ko: 협약, ja: 協約 }
summary: { en: A notional pact, ko: 가상의 협약, ja: 架空の協約 }
sources:
  P: { title: { en: Text, ko: 본문, ja: 本文 }, kind: document }
parties:
  arden: { name: { en: Arden, ko: 아르덴, ja: アーデン }, status: text, source: { in: P } }
  borea: { name: { en: Borea, ko: 보레아, ja: ボレア }, status: text, source: { in: P } }
offices:
  arden-leader: { name: { en: A, ko: A, ja: A }, answersTo: arden, status: text, source: { in: P } }
  borea-leader: { name: { en: B, ko: B, ja: B }, answersTo: borea, status: text, source: { in: P } }
  general: { name: { en: G, ko: G, ja: G }, answersTo: { anyOf: [arden, borea] }, status: text, source: { in: P } }
matters:
  aid: { name: { en: aid, ko: 원조, ja: 援助 }, status: text, source: { in: P } }
powers:
  send-aid:
    name: { en: Sending aid, ko: 원조 제공, ja: 援助の送付 }
    act: execute by arden-leader on aid
    status: text
    source: { in: P }
`;

export const AT = '2026-11-22' as Day;

export const PACT: Arrangement = (() => {
  const read = readArrangement('pact/arrangement.yaml', () => Buffer.from(TEXT));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
})();

export const CASE: RecordedCase = {
  id: 'case-1',
  kind: 'live',
  arrangement: PACT,
  hash: 'a'.repeat(64),
  at: AT,
};

/** Commands run one after the other, each a second after the one before; gives the events of each. */
export class Talk {
  #state: consultation.State = null;
  #count = 0;

  constructor() {
    this.#send({
      type: 'open',
      seat: 'arden-leader',
      office: 'arden-leader',
      arrangement: 'pact',
      frame: { at: AT },
      matters: ['aid'],
    });
  }

  /** Something that an office plans and says. */
  says(office: string, marking: consultation.Marking, text: string): readonly consultation.Event[] {
    return this.#send({ type: 'advise', seat: office, office, on: 'aid', marking, text });
  }

  #send(said: object): readonly consultation.Event[] {
    this.#count += 1;
    const at = 1_700_000_000_000 + this.#count * 1000;
    const command = { ...said, key: `k${this.#count}`, at } as unknown as consultation.Command;
    const decision = consultation.decide(PACT, this.#state, command);
    if (!decision.ok) throw new Error(decision.refusal.code);
    this.#state = decision.events.reduce(consultation.evolve, this.#state);
    return decision.events;
  }
}
