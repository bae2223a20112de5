import type { ReactNode } from 'react';
import { Button as Pressable, type ButtonProps } from 'react-aria-components/Button';

/** `main`: what the page is for; one at a time. `quiet`: among much else, without a frame. */
export type Weight = 'main' | 'plain' | 'quiet';

interface Props extends Omit<ButtonProps, 'className' | 'children' | 'style'> {
  readonly weight?: Weight;
  /** A single sign instead of words; then `aria-label` says what it does. */
  readonly sign?: boolean;
  readonly children: ReactNode;
}

export function Button({ weight = 'plain', sign = false, children, ...rest }: Props): ReactNode {
  return (
    <Pressable {...rest} className={`button button-${weight}${sign ? ' button-sign' : ''}`}>
      {children}
    </Pressable>
  );
}
