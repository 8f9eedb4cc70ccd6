import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { Hint } from '../Hint';

const useStyles = makeStyles(theme => ({
  chip: {
    display: 'inline-block',
    maxWidth: '100%',
    padding: '0 7px',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 10,
    fontSize: 12,
    lineHeight: '18px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    verticalAlign: 'middle',
    color: theme.palette.text.secondary,
  },
}));

/** A few words about a number that judge nothing, with more on hover and focus. */
export function NoteChip(props: { hint?: string; children: ReactNode }) {
  const { hint, children } = props;
  const classes = useStyles();
  return hint ? (
    <Hint title={hint} className={classes.chip}>
      {children}
    </Hint>
  ) : (
    <span className={classes.chip}>{children}</span>
  );
}
