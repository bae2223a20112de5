/** What is cited is there. */
import { entry } from '../../arrangement/model.ts';
import type { Evidence, Exercise } from './model.ts';
import { refuse, type ExerciseRefusal } from './refusal.ts';
import type { Stage } from './stage.ts';

export function refuseEvidence(
  { cases }: Stage,
  { injects, messages, refusals }: Exercise,
  evidence: readonly Evidence[],
): ExerciseRefusal | undefined {
  for (const each of evidence)
    switch (each.of) {
      case 'entry':
        if (!cases.get(each.consultation)?.entries.some(({ id }) => id === each.entry))
          return refuse('unknown-evidence', each.entry);
        break;
      case 'inject':
        if (injects.get(each.inject)?.state !== 'sent') return refuse('unknown-evidence', each.inject);
        break;
      case 'message':
        if (!messages.some(({ id }) => id === each.message)) return refuse('unknown-evidence', each.message);
        break;
      case 'refusal':
        if (!refusals.some(({ id }) => id === each.refusal)) return refuse('unknown-evidence', each.refusal);
        break;
    }
  return undefined;
}

/** Rules of the arrangement, and clauses of its instruments as `instrument/clause`. */
export function refuseRules({ arrangement }: Stage, rules: readonly string[]): ExerciseRefusal | undefined {
  const unknown = rules.find((rule) => {
    const [instrument = '', clause] = rule.split('/');
    return clause === undefined
      ? !entry(arrangement, rule)
      : !arrangement.instruments.get(instrument)?.clauses.some(({ id }) => id === clause);
  });
  return unknown === undefined ? undefined : refuse('unknown-name', unknown);
}
