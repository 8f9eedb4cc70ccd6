import { makeStyles } from '@material-ui/core/styles';

/** How fields stand below and beside each other. */
export const useFieldStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    marginTop: theme.spacing(1.5),
  },
  row: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(210px, 100%), 1fr))',
    alignItems: 'start',
  },
  link: {
    display: 'grid',
    gap: theme.spacing(1),
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 800px)': {
      gridTemplateColumns: '180px minmax(0, 2fr) minmax(0, 1fr) auto',
    },
  },
}));
