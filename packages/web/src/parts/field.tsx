import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField, type TextFieldProps } from 'react-aria-components/TextField';

interface Props extends Omit<TextFieldProps, 'className' | 'children' | 'style' | 'isInvalid'> {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what was written, and what to do. */
  readonly wrong?: string | undefined;
  readonly placeholder?: string;
}

export function Field({ label, hint, wrong, placeholder = '', ...rest }: Props): ReactNode {
  return (
    <TextField {...rest} className="field" isInvalid={wrong !== undefined}>
      <Label className="field-label">{label}</Label>
      <Input className="field-input" placeholder={placeholder} />
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-wrong">{wrong}</FieldError>
    </TextField>
  );
}
