import type { ReactNode } from 'react';

interface Props {
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is on or off, at once. */
export function Switch({ isSelected, isDisabled = false, onChange, children }: Props): ReactNode {
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        className="switch-choice"
        checked={isSelected}
        disabled={isDisabled}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span className="switch-track" aria-hidden="true">
        <span className="switch-thumb" />
      </span>
      <span className="switch-label">{children}</span>
    </label>
  );
}
