import type { Arrangement, ClaimResult } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useSay } from '../../text/speak.ts';
import { ClaimRow } from '../claims/claim-row.tsx';
import { say } from '../words.ts';
import { claimsDiff } from './claims-diff.ts';

/** In the order of their weight. */
const KINDS = ['broken', 'mended', 'otherwise', 'added', 'removed', 'failing'] as const;

/** What becomes of the claims: how many hold, and what is otherwise than in the original. */
export function ClaimsEffect({
  arrangement,
  claims,
  original,
}: {
  readonly arrangement: Arrangement;
  readonly claims: readonly ClaimResult[];
  readonly original: readonly ClaimResult[];
}): ReactNode {
  const told = useSay(say);
  const diff = claimsDiff(original, claims);
  return (
    <section className="claims-effect">
      <p role="status">
        {told('claims-effect', { all: claims.length, hold: claims.filter(({ holds }) => holds).length })}
      </p>
      {KINDS.filter((kind) => diff[kind].length > 0).map((kind) => (
        <section key={kind} data-diff={kind}>
          <h3>{told(`claims-${kind}`, { count: diff[kind].length })}</h3>
          <ul className="claims">
            {diff[kind].map((result) => (
              <ClaimRow key={result.claim.id} arrangement={arrangement} result={result} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
