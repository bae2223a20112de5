/** What an actor does: a kind of act, by somebody, perhaps towards somebody, on a matter. */

/**
 * The kinds of act. The first seven stand in rising order of voice: to be informed is the least, to execute the most.
 * `inform` and `consult` give voice to the one they are addressed to (`to`), the others to the one who acts (`by`).
 */
export const VOICE_KINDS = ['inform', 'consult', 'advise', 'plan', 'concur', 'decide', 'execute'] as const;
export const OTHER_KINDS = ['review', 'revoke', 'delegate', 'declare'] as const;
export const ACT_KINDS = [...VOICE_KINDS, ...OTHER_KINDS] as const;
export type VoiceKind = (typeof VOICE_KINDS)[number];
export type ActKind = (typeof ACT_KINDS)[number];

/** Kinds that bring something about and therefore need a power somewhere; a body with no way to decide has none of them. */
export const DECISIVE_KINDS: readonly ActKind[] = [
  'concur',
  'decide',
  'execute',
  'revoke',
  'delegate',
  'declare',
];

export interface Act {
  readonly kind: ActKind;
  /** An office or a body. */
  readonly by: string;
  /** An office, a body or a party to which the act is addressed. */
  readonly to?: string;
  /** A matter; for `declare`, a condition. */
  readonly on: string;
}

/** An outcome to ask about: acts of one kind on one matter, by anybody or by one actor. */
export interface Outcome {
  readonly kind: ActKind;
  readonly by?: string;
  readonly to?: string;
  readonly on: string;
}

/** `consult by us-president with rok-president on nuclear-release`: the form in which acts are written and read. */
export function showAct(act: Outcome): string {
  const by = act.by === undefined ? '' : ` by ${act.by}`;
  const to = act.to === undefined ? '' : ` ${act.kind === 'consult' ? 'with' : 'to'} ${act.to}`;
  return `${act.kind}${by}${to} on ${act.on}`;
}

const SENTENCE = /^([a-z]+)(?:\s+by\s+(\S+))?(?:\s+(?:to|with)\s+(\S+))?\s+on\s+(\S+)$/;

/** Splits an act sentence; `kind` is left unchecked so that the caller can name the nearest known one. */
export function splitAct(text: string): { kind: string; by?: string; to?: string; on: string } | undefined {
  const match = SENTENCE.exec(text.trim());
  if (!match) return undefined;
  const [, kind, by, to, on] = match;
  return { kind: kind!, on: on!, ...(by === undefined ? {} : { by }), ...(to === undefined ? {} : { to }) };
}

/** What a member of a body does when the body acts: it concurs in a decision, and takes part itself in anything less. */
export function memberAct(act: Act, member: string): Act {
  const { by: _, ...rest } = act;
  return DECISIVE_KINDS.includes(act.kind)
    ? { kind: 'concur', by: member, on: act.on }
    : { ...rest, by: member };
}

/** Whether a rule about one act covers another: the same, or the same towards anybody. */
export function covers(rule: Act, act: Outcome): boolean {
  return (
    rule.kind === act.kind &&
    rule.on === act.on &&
    (act.by === undefined || rule.by === act.by) &&
    (act.to === undefined || rule.to === undefined || rule.to === act.to)
  );
}
