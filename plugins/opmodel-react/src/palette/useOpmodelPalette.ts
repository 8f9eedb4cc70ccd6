import { useTheme } from '@material-ui/core/styles';
import { DARK_PALETTE, LIGHT_PALETTE, type OpmodelPalette } from './palette';

/** Opmodel's colours in the mode of the app's theme. */
export function useOpmodelPalette(): OpmodelPalette {
  return useTheme().palette.type === 'dark' ? DARK_PALETTE : LIGHT_PALETTE;
}
