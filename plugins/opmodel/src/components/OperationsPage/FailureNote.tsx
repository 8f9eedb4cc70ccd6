import { makeStyles } from '@material-ui/core/styles';
import {
  StateIcon,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  note: {
    display: 'flex',
    gap: theme.spacing(1),
    margin: 0,
    fontSize: 13,
    lineHeight: '20px',
    overflowWrap: 'anywhere',
  },
  icon: { flex: 'none', paddingTop: 2 },
  text: { minWidth: 0 },
}));

/** What failed, and why. */
export function FailureNote(props: { children: ReactNode }) {
  const classes = useStyles();
  const palette = useOpmodelPalette();
  return (
    <p className={classes.note} style={{ color: palette.states.bad.text }}>
      <span className={classes.icon}>
        <StateIcon state="bad" />
      </span>
      <span className={classes.text}>{props.children}</span>
    </p>
  );
}
