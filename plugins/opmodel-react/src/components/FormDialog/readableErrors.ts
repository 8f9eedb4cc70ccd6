import type { Theme } from '@material-ui/core/styles';
import { DARK_PALETTE, LIGHT_PALETTE } from '../../palette/palette';

/** Styles for what stands around the fields of a form: what is wrong with one is told in a colour that can be read, unlike the theme's own. */
export function readableErrors(theme: Theme) {
  const { states } =
    theme.palette.type === 'dark' ? DARK_PALETTE : LIGHT_PALETTE;
  return {
    '& .MuiFormLabel-root.Mui-error, & .MuiFormHelperText-root.Mui-error': {
      color: states.bad.text,
    },
  };
}
