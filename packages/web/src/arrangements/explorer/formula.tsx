import { actInWords, formulaInWords, parts, type Arrangement, type Formula } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Tree, type Branch } from '../../parts/tree.tsx';
import { KindTag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say } from '../words.ts';

type Words = ReturnType<typeof useSay<Parameters<typeof say>[0]>>;

interface Context {
  readonly arrangement: Arrangement;
  readonly told: Words;
  readonly text: ReturnType<typeof useText>;
  readonly without: ReadonlySet<string>;
}

function head(formula: Formula, { told }: Context): string | undefined {
  switch (formula.type) {
    case 'allOf':
      return told('all-of');
    case 'anyOf':
      return told('any-of');
    case 'atLeast':
      return told('at-least', { count: formula.count });
    case 'weighted':
      return told('weighted', { quota: formula.quota });
    case 'not':
      return told('not');
    default:
      return undefined;
  }
}

function leaf(formula: Formula, { arrangement, text, without }: Context): ReactNode {
  if (formula.type !== 'act') return text(formulaInWords(arrangement, formula));
  const words = text(actInWords(arrangement, formula.act));
  return (
    <>
      <KindTag kind={formula.act.kind} />{' '}
      {without.has(formula.act.by) ? <del className="withheld">{words}</del> : words}
    </>
  );
}

function branch(formula: Formula, id: string, context: Context): Branch {
  const label = head(formula, context);
  const weights = formula.type === 'weighted' ? formula.of.map(({ weight }) => weight) : [];
  return {
    id,
    label: label ?? leaf(formula, context),
    parts:
      label === undefined
        ? []
        : parts(formula).map((part, index) => {
            const one = branch(part, `${id}.${index}`, context);
            const weight = weights[index];
            return weight === undefined
              ? one
              : {
                  ...one,
                  label: (
                    <>
                      {context.told('weight', { weight })} {one.label}
                    </>
                  ),
                };
          }),
  };
}

/** A formula as what consists of what. Acts of those who dissent are struck out. */
export function FormulaTree({
  arrangement,
  formula,
  without,
}: {
  readonly arrangement: Arrangement;
  readonly formula: Formula;
  readonly without: ReadonlySet<string>;
}): ReactNode {
  const context = { arrangement, told: useSay(say), text: useText(), without };
  return <Tree branches={[branch(formula, '0', context)]} />;
}
