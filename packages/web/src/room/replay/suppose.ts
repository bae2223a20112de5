/** What can be supposed in a what-if: the acts on which what is open turns, by whoever may do them. */
import { seatOf, showAct, type Act, type Arrangement, type consultation } from '@foedus/kernel';
import type { Shown } from '../../api/cases.ts';

export type Supposed =
  | { readonly type: 'wait'; readonly seconds: number }
  | { readonly type: 'act'; readonly key: string; readonly act: Act };

/** Acts in powers and duties about the matters, the most useful first: those that are awaited, then the viewer's own, then the rest. */
export function supposable(arrangement: Arrangement, { case: { matters }, options }: Shown): readonly Act[] {
  const awaited = options?.prospects.flatMap(({ awaited: all }) => all.map(({ act }) => act)) ?? [];
  const own = options?.acts.map(({ act }) => act) ?? [];
  const ruled = [...arrangement.powers.values(), ...arrangement.duties.values()].map(({ act }) => act);
  const all = [...awaited, ...own, ...ruled].filter(
    ({ by, kind, on }) => matters.includes(on) && kind !== 'declare' && arrangement.offices.has(by),
  );
  return [...new Map(all.map((act) => [showAct(act), act])).values()];
}

/** As the server takes it: every act is for all to see, for nobody hides anything in what is only supposed. */
export function commandsOf(
  arrangement: Arrangement,
  { case: { at } }: Shown,
  supposed: readonly Supposed[],
): readonly object[] {
  return supposed.map((each) => {
    if (each.type === 'wait') return each;
    const { by, kind, on, to } = each.act;
    return {
      type: kind,
      key: each.key,
      seat: seatOf(arrangement, by, at),
      office: by,
      on,
      ...(to === undefined ? {} : { to }),
      marking: { to: 'all' } satisfies consultation.Marking,
      departure: '…',
    };
  });
}
