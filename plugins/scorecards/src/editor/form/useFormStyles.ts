import { makeStyles } from '@material-ui/core/styles';
import { readableErrors } from '@opmodel/backstage-plugin-opmodel-react';

/** How the fields of the editor stand: below each other, in columns where there is room, and rows of a list with their buttons. */
export const useFormStyles = makeStyles(theme => ({
  fields: {
    ...readableErrors(theme),
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
    gap: theme.spacing(1.5),
    alignItems: 'start',
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    '& > :first-child': { flex: '1 1 260px', minWidth: 0 },
  },
  buttons: {
    display: 'flex',
    flex: 'none',
    alignItems: 'center',
    minHeight: 38,
    gap: theme.spacing(0.25),
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    fontSize: 13,
    lineHeight: '20px',
  },
  problem: { margin: 0, fontSize: 12, lineHeight: '18px' },
  colour: {
    width: 40,
    height: 38,
    padding: 2,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    background: 'none',
    cursor: 'pointer',
  },
  heading: {
    margin: theme.spacing(1, 0, 0),
    fontSize: 13,
    lineHeight: '20px',
    fontWeight: 600,
  },
}));
