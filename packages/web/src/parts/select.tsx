import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as Choose, SelectValue } from 'react-aria-components/Select';

export interface Option<T extends string> {
  readonly id: T;
  readonly label: string;
}

interface Props<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
  readonly isDisabled?: boolean;
}

/** One of many. */
export function Select<T extends string>({
  label,
  options,
  chosen,
  onChoose,
  isDisabled = false,
}: Props<T>): ReactNode {
  return (
    <Choose
      className="select"
      value={chosen}
      isDisabled={isDisabled}
      onChange={(key) => {
        const found = options.find(({ id }) => id === key);
        if (found) onChoose(found.id);
      }}
    >
      <Label className="field-label">{label}</Label>
      <Button className="select-button">
        <SelectValue className="select-value" />
        <span aria-hidden="true" className="select-sign">
          ▾
        </span>
      </Button>
      <Popover className="popover select-popover" offset={2}>
        <ListBox className="options" items={options}>
          {({ id, label: text }) => (
            <ListBoxItem id={id} className="option" textValue={text}>
              {text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Choose>
  );
}
