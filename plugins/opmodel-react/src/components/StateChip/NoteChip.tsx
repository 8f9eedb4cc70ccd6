import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
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
  },
}));

/** A few words about a number that judge nothing, with more on hover and focus. */
export function NoteChip(props: { hint?: string; children: ReactNode }) {
  const { hint, children } = props;
  const classes = useStyles();
  const { quiet } = useOpmodelPalette();
  const style = { color: quiet };
  return hint ? (
    <Hint title={hint} className={classes.chip} style={style}>
      {children}
    </Hint>
  ) : (
    <span className={classes.chip} style={style}>
      {children}
    </span>
  );
}
