import { readOutcome, showAct } from '@foedus/kernel';
import { outcomeCircuit } from '@foedus/kernel/engine';
import { frameOf } from '../../frame.ts';
import { library } from '../../load/library.ts';
import { open, orStop } from '../../load/open.ts';
import { orRefuse } from '../../refuse.ts';
import type { Shell } from '../../shell.ts';
import { misuse } from '../../stop.ts';
import type { Subject, SubjectOptions } from './subject.ts';
import { saySolve } from './words.ts';

/** An outcome of the arrangement that the options name. */
export function ofArrangement(shell: Shell, options: SubjectOptions): Subject {
  if (options.outcome === undefined) throw misuse(saySolve('outcome-lacking'));
  const { arrangement } = open(shell, library(shell.cwd), options.arrangement!);
  const outcome = orStop(shell, readOutcome(options.outcome, arrangement));
  const { circuit, root, players, gates } = orRefuse(
    outcomeCircuit(arrangement, frameOf(options), {
      outcome,
      effect: options.effect ?? 'valid',
      level: options.level ?? 'seat',
      extent: options.extent ?? 'every',
    }),
  );
  return {
    kind: 'arrangement',
    name: arrangement.id,
    top: showAct(outcome),
    circuit,
    root,
    variables: players,
    gates,
  };
}
