import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';

export interface Choice<T extends string> {
  readonly id: T;
  readonly label: ReactNode;
  /** What it is called where the label is a sign, or in another language. */
  readonly spoken?: string;
  readonly lang?: string;
}

interface Props<T extends string> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
  /** Choices below each other, for labels of several words. */
  readonly upright?: boolean;
}

/** One of a few, all in sight. */
export function Segmented<T extends string>({
  label,
  choices,
  chosen,
  onChoose,
  upright = false,
}: Props<T>): ReactNode {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={`segmented${upright ? ' segmented-upright' : ''}`}
      orientation={upright ? 'vertical' : 'horizontal'}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const [next] = keys;
        const found = choices.find(({ id }) => id === next);
        if (found) onChoose(found.id);
      }}
    >
      {choices.map((choice) => (
        <ToggleButton
          key={choice.id}
          id={choice.id}
          className="segment"
          {...(choice.spoken === undefined ? {} : { 'aria-label': choice.spoken })}
          {...(choice.lang === undefined ? {} : { lang: choice.lang })}
        >
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
