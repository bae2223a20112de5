/** Exit codes. They are part of the command's contract: scripts rely on them. */
export const EXIT = {
  /** Everything that was asked for was done, and all claims hold. */
  ok: 0,
  /** A claim fails, a check is idle, or a file is not in canonical form. */
  fails: 1,
  /** The command was used wrongly: an unknown option, name or date. */
  usage: 2,
  /** An arrangement or its claims have errors. */
  input: 3,
  /** Refused: the engine's budget is spent, an arrangement does not permit an act, or a server did not do what it was asked. */
  refused: 4,
  /** The user ended the work with Ctrl-C: 128 and the number of the signal, as shells tell it. */
  interrupted: 130,
  /** A defect in Foedus itself. */
  defect: 70,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
