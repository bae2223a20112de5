import { entry, type Arrangement, type ClaimResult } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Cites } from '../../parts/cite.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { RuleLine } from '../explorer/rule.tsx';
import { say } from '../words.ts';

/** A claim with its verdict; unfolded, every check with what was asked, what was found and why, and the rules it rests on. */
export function ClaimRow({
  arrangement,
  result,
}: {
  readonly arrangement: Arrangement;
  readonly result: ClaimResult;
}): ReactNode {
  const told = useSay(say);
  const text = useText();
  const { claim, holds, checks } = result;
  return (
    <li className="claim">
      <p className="claim-head">
        <Tag mood={holds ? 'good' : 'bad'}>
          {holds ? `✓ ${told('claim-holds')}` : `✕ ${told('claim-fails')}`}
        </Tag>{' '}
        <b>{claim.id}</b>{' '}
        <span className="soft">
          {told(`claim-${claim.kind}`)} · {told(`mark-${claim.mark}`)}
        </span>{' '}
        <Cites arrangement={arrangement} citations={claim.sources} />
      </p>
      <p className="claim-says">{text(claim.says)}</p>
      <details>
        <summary>{told('proof', { count: checks.length })}</summary>
        <ol className="checks">
          {checks.map((check, index) => (
            // The checks of a claim stand in the order of its file.
            <li key={index}>
              <p className="soft">{text(check.question)}</p>
              <p>
                <span aria-hidden="true">{check.holds ? '✓' : '✕'}</span> {text(check.sentence)}
              </p>
              <Grounds arrangement={arrangement} check={check} />
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}

function Grounds({
  arrangement,
  check,
}: {
  readonly arrangement: Arrangement;
  readonly check: ClaimResult['checks'][number];
}): ReactNode {
  const told = useSay(say);
  const rules = check.grounds.flatMap((ground) =>
    ground.arrangement === arrangement.id ? (entry(arrangement, ground.rule) ?? []) : [],
  );
  if (rules.length === 0) return null;
  return (
    <details>
      <summary>{told('rests-on', { count: rules.length })}</summary>
      <ul className="ways">
        {rules.map((rule) => (
          <li key={rule.id}>
            <RuleLine arrangement={arrangement} rule={rule} />
          </li>
        ))}
      </ul>
    </details>
  );
}
