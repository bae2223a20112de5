import type { ReactNode } from 'react';
import { Switch as Toggle, type SwitchProps } from 'react-aria-components/Switch';

interface Props extends Omit<SwitchProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
}

/** Something that is on or off, at once. */
export function Switch({ children, ...rest }: Props): ReactNode {
  return (
    <Toggle {...rest} className="switch">
      <span className="switch-track" aria-hidden="true">
        <span className="switch-thumb" />
      </span>
      <span className="switch-label">{children}</span>
    </Toggle>
  );
}
