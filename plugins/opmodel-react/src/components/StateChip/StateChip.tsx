import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alpha, makeStyles } from '@material-ui/core/styles';
import type { OpmodelState } from '../../palette/palette';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import { StateIcon } from './StateIcon';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 5,
    padding: '1px 8px 1px 5px',
    borderRadius: 10,
    fontSize: 12,
    lineHeight: '18px',
    fontWeight: 500,
    whiteSpace: 'nowrap',
  },
});

/** Props of {@link StateChip}. */
export interface StateChipProps {
  state: OpmodelState;
  /** Other words for the state, for instance what is exempt. */
  label?: string;
  /** Sample of a thin number. */
  count?: number;
}

/** A state as word, icon and colour. */
export function StateChip(props: StateChipProps) {
  const { state, label, count } = props;
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const word = useStateWord(state, count);
  const colours = palette.states[state];
  return (
    <span
      className={classes.chip}
      style={{
        color: colours.text,
        backgroundColor: alpha(colours.mark, palette.softOpacity),
      }}
    >
      <StateIcon state={state} size={14} />
      {label ?? word}
    </span>
  );
}

/** The word for a state, for use in a sentence or a label. */
export function useStateWord(state: OpmodelState, count?: number): string {
  const { t } = useTranslationRef(opmodelTranslationRef);
  switch (state) {
    case 'good':
      return t('state.good');
    case 'attention':
      return t('state.attention');
    case 'bad':
      return t('state.bad');
    case 'no_data':
      return t('state.noData');
    case 'exempt':
      return t('state.exempt');
    case 'error':
      return t('state.error');
    case 'thin':
      return count === undefined
        ? t('state.thinUncounted')
        : t('state.thin', { n: String(count) });
    default:
      throw new TypeError(`Unknown state '${state satisfies never}'`);
  }
}
