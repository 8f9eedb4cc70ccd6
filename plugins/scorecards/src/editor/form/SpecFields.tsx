import { TextInput, type TextInputProps } from '../../forms/TextInput';
import { useProblemAt } from '../EditorVocabulary';
import { textOf } from '../spec';

type Common = Omit<
  TextInputProps,
  'value' | 'onChange' | 'problem' | 'type' | 'inputProps'
> & {
  /** Where it stands in the definition: `checks[3].name`. */
  path: string;
};

/** A text of the definition, with what is wrong with it. */
export function SpecText(
  props: Common & {
    value: unknown;
    type?: TextInputProps['type'];
    inputProps?: TextInputProps['inputProps'];
    onChange: (value: string) => void;
  },
) {
  const { path, value, ...rest } = props;
  const problem = useProblemAt(path);
  return (
    <TextInput
      {...rest}
      value={textOf(value)}
      problem={problem}
      inputProps={{ ...rest.inputProps, 'data-path': path }}
    />
  );
}

/** A number of the definition; undefined where the field is empty. */
export function SpecNumber(
  props: Common & {
    value: unknown;
    step?: number;
    min?: number;
    onChange: (value: number | undefined) => void;
  },
) {
  const { path, value, step, min, onChange, ...rest } = props;
  const problem = useProblemAt(path);
  return (
    <TextInput
      {...rest}
      type="number"
      value={textOf(value)}
      problem={problem}
      inputProps={{ step, min, 'data-path': path }}
      onChange={typed => onChange(typed === '' ? undefined : Number(typed))}
    />
  );
}
