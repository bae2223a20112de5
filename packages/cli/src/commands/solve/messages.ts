/** What the two threads of `foedus solve` tell each other. */
import type { Text } from '@foedus/kernel';
import type { Progress } from '@foedus/kernel/fault-tree';
import type { Lang } from '@foedus/kernel/text';
import type { Exit } from '../../exit.ts';
import type { SolveOutput } from '../../schema/solve.ts';
import type { SolveCommandOptions } from '../solve.ts';

/** What the worker is to do. */
export interface Order {
  readonly cwd: string;
  readonly lang: Lang;
  readonly file: string | undefined;
  readonly options: SolveCommandOptions;
  /** Whether somebody looks at how far it is. */
  readonly progress: boolean;
}

export type Report =
  | { readonly type: 'progress'; readonly progress: Progress; readonly seconds: number }
  | { readonly type: 'found'; readonly found: SolveOutput }
  | {
      readonly type: 'stopped';
      readonly exit: Exit;
      readonly says: Text;
      readonly hint: Text | undefined;
    };
