import { makeStyles } from '@material-ui/core/styles';

/** How the sections of an entity tab stand below and side by side; they stack on narrow pages. */
export const useSectionStyles = makeStyles(theme => ({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
  },
  mainAndSide: {
    display: 'grid',
    gap: theme.spacing(1.5),
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 1100px)': {
      gridTemplateColumns: 'minmax(0, 2.6fr) minmax(260px, 1fr)',
    },
    '& > *': { minWidth: 0 },
  },
  halves: {
    display: 'grid',
    gap: theme.spacing(1.5),
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 1100px)': {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    },
    '& > *': { minWidth: 0 },
  },
}));
