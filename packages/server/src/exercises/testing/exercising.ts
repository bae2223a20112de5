/** A server with the scenarios of the repository on its shelf, and an exercise on it. */
import { fileURLToPath } from 'node:url';
import { consultation, type exercise } from '@foedus/kernel';
import { readShelf } from '../../cases/arrangements.ts';
import { served, type Served, type ServedWith } from '../../http/testing/served.ts';
import { readScenarios } from '../shelf.ts';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
export const SHELF = readShelf(`${ROOT}arrangements/examples`);
export const SCENARIOS = readScenarios(`${ROOT}scenarios`, SHELF);

export function exercising(more: ServedWith = {}): Promise<Served> {
  return served({ shelf: SHELF, scenarios: SCENARIOS, ...more });
}

/** Whoever holds it makes and directs exercises under the tutorial's arrangement. */
export const DIRECTOR_ROLE = {
  role: 'seat-holder',
  arrangement: 'tutorial-two-party',
  seat: consultation.DIRECTOR,
} as const;

type Headers = Readonly<Record<string, string>>;

let keys = 0;

/** An exercise as those who take part have it. */
export class Played {
  readonly id: string;
  readonly path: string;
  readonly #server: Served;

  constructor(server: Served, id: string) {
    this.#server = server;
    this.id = id;
    this.path = `/exercises/${id}`;
  }

  static async make(server: Served, scenario = 'tutorial', headers: Headers = {}): Promise<Played> {
    const made = await server.post('/exercises', { key: `make-${(keys += 1)}`, scenario }, headers);
    if (made.statusCode !== 200) throw new Error(made.body);
    return new Played(server, made.json<{ id: string }>().id);
  }

  async asks(
    participant: string,
    command: object,
    headers: Headers = {},
  ): Promise<{ status: number; code: string | undefined }> {
    const body = { key: `c${(keys += 1)}`, ...command };
    const answer = await this.#server.post(`${this.path}/as/${participant}/commands`, body, headers);
    return { status: answer.statusCode, code: answer.json<{ code?: string }>().code };
  }

  /** The same, where it has to be taken. */
  async does(participant: string, command: object, headers: Headers = {}): Promise<void> {
    const { code, status } = await this.asks(participant, command, headers);
    if (status !== 200) throw new Error(`${JSON.stringify(command)}: ${status} ${code}`);
  }

  async seen(participant: string): Promise<exercise.SeenExercise & { cursor: string }> {
    const answer = await this.#server.get(`${this.path}/as/${participant}`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json();
  }

  /** The injects that have reached a participant. */
  async inbox(participant: string): Promise<readonly string[]> {
    return (await this.seen(participant)).inbox.map(({ inject }) => inject);
  }

  /** Where a seat acts in a consultation. */
  async room(seat: string, consultation = 'border'): Promise<string> {
    const { cases } = (await this.#server.get(this.path)).json<{ cases: Record<string, string> }>();
    return `/cases/${cases[consultation]}/as/seat:${seat}`;
  }

  async run() {
    return (await this.#server.exercises.find(this.id))!;
  }
}
