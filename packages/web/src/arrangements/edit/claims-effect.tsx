import type { Arrangement, ClaimResult } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useSay } from '../../text/speak.ts';
import { ClaimRow } from '../claims/claim-row.tsx';
import { say } from '../words.ts';

/** What becomes of the claims: how many hold, and those that do not. */
export function ClaimsEffect({
  arrangement,
  claims,
}: {
  readonly arrangement: Arrangement;
  readonly claims: readonly ClaimResult[];
}): ReactNode {
  const told = useSay(say);
  const failing = claims.filter(({ holds }) => !holds);
  return (
    <section className="claims-effect">
      <p role="status">
        {told('claims-effect', { all: claims.length, hold: claims.length - failing.length })}
      </p>
      <ul className="claims">
        {failing.map((result) => (
          <ClaimRow key={result.claim.id} arrangement={arrangement} result={result} />
        ))}
      </ul>
    </section>
  );
}
