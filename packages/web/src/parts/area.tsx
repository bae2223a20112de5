import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField, type TextFieldProps } from 'react-aria-components/TextField';

interface Props extends Omit<TextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  readonly hint?: string;
  readonly rows?: number;
}

/** A text of several lines. */
export function Area({ label, hint, rows = 4, ...rest }: Props): ReactNode {
  return (
    <TextField {...rest} className="field">
      <Label className="field-label">{label}</Label>
      <TextArea className="field-input field-area" rows={rows} />
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </TextField>
  );
}
