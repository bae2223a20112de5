import { useId, type ReactNode } from 'react';

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

/** One of a few, all in sight: the browser's own radio buttons, which every page has in its head, and which need no program. */
export function Segmented<T extends string>({
  label,
  choices,
  chosen,
  onChoose,
  upright = false,
}: Props<T>): ReactNode {
  const name = useId();
  return (
    <span role="radiogroup" aria-label={label} className={`segmented${upright ? ' segmented-upright' : ''}`}>
      {choices.map((choice) => (
        <label key={choice.id} className="segment" lang={choice.lang}>
          <input
            type="radio"
            className="segment-choice"
            name={name}
            aria-label={choice.spoken}
            checked={choice.id === chosen}
            onChange={() => onChoose(choice.id)}
          />
          {choice.label}
        </label>
      ))}
    </span>
  );
}
