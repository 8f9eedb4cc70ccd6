import { makeStyles } from '@material-ui/core/styles';

/** Styles of a card's content and of the skeleton in its place. */
export const useMetricSummaryStyles = makeStyles(theme => ({
  body: { display: 'grid', gap: theme.spacing(0.5) },
  number: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
    minHeight: 36,
  },
  value: {
    fontSize: 26,
    lineHeight: '36px',
    fontWeight: 600,
    letterSpacing: '-0.01em',
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.primary,
  },
  meaning: {
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
  },
  state: { marginLeft: 'auto' },
}));
