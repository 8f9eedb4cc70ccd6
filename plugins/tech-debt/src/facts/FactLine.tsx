import { makeStyles } from '@material-ui/core/styles';
import { useOpmodelPalette } from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    fontSize: 12,
    lineHeight: '20px',
    minHeight: 20,
    overflowWrap: 'anywhere',
    // Within words a colour alone does not tell what is a link.
    '& a': { textDecoration: 'underline' },
    '& > *:not(:last-child)::after': {
      content: '"·"',
      marginLeft: theme.spacing(1),
    },
  },
}));

/** Small facts in a row that step back; each child is one. */
export function FactLine(props: { children: ReactNode }) {
  const classes = useStyles();
  const palette = useOpmodelPalette();
  return (
    <div className={classes.facts} style={{ color: palette.quiet }}>
      {props.children}
    </div>
  );
}
