import { useId } from 'react';
import { useFormStyles } from './useFormStyles';

/** What the browser's own field takes; a name of a colour is shown as grey there, and stays what it is. */
const hexColour = /^#[0-9a-f]{6}$/i;

/** The colour of a level. */
export function ColourField(props: {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const classes = useFormStyles();
  const id = useId();
  return (
    <input
      id={id}
      type="color"
      aria-label={label}
      title={label}
      className={classes.colour}
      value={value !== undefined && hexColour.test(value) ? value : '#808080'}
      onChange={event => onChange(event.target.value)}
    />
  );
}
