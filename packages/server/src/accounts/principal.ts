/** Who sends a request, and what he holds at that moment. */

/** A seat or a party's desk that is held under one arrangement; with `case`, in that case alone, as by the players of an exercise. */
interface Held {
  readonly arrangement: string;
  readonly case?: string;
}

export type Role =
  /** Administers accounts and cases. Acts for no seat, and sees of a case what is marked to all. */
  | { readonly role: 'secretariat' }
  /** Acts for the seat and sees what the seat sees. */
  | ({ readonly role: 'seat-holder'; readonly seat: string } & Held)
  /** Sees what is marked to the party as a whole. Acts for nobody. */
  | ({ readonly role: 'party-staff'; readonly party: string } & Held)
  /** Sees what is marked to all in the case to which he is admitted. */
  | { readonly role: 'observer'; readonly case: string }
  /** Takes part in an exercise, under the name that it knows him by; comes near its cases, those that are convened later too. */
  | {
      readonly role: 'participant';
      readonly exercise: string;
      readonly participant: string;
      /** `all`: directs, controls or judges it. */
      readonly looks: 'all' | 'own';
      /** A player's. */
      readonly seat?: string;
    };

export interface Principal {
  /** The account's id. */
  readonly id: string;
  /** The name that people know him by. */
  readonly name: string;
  /** The one person of a demonstration on this machine, who may try every seat. */
  readonly demo: boolean;
  /** The roles that are in force now: one that has run out, or has not begun, is not among them. */
  readonly roles: readonly Role[];
}

/** The person in front of a server that runs as a demonstration. */
export const DEMO: Principal = { id: 'demo', name: 'Demo', demo: true, roles: [] };
