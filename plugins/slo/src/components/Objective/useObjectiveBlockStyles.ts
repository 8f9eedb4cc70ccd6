import { makeStyles } from '@material-ui/core/styles';

/** Looks of a block of tiles below the title of an objective. */
export const useObjectiveBlockStyles = makeStyles(theme => ({
  block: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    paddingTop: theme.spacing(1.5),
    '&:not(:first-child)': {
      marginTop: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  },
  title: {
    margin: 0,
    fontSize: 14,
    lineHeight: '20px',
    fontWeight: 600,
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
}));
