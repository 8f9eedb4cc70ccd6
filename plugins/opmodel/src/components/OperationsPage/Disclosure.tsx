import { makeStyles } from '@material-ui/core/styles';
import { Panel } from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  summary: {
    padding: theme.spacing(1, 2),
    fontSize: 13,
    lineHeight: '20px',
    cursor: 'pointer',
    borderRadius: 8,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
}));

/** Rows that few need to see, behind their title. */
export function Disclosure(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <Panel flush>
      <details>
        <summary className={classes.summary}>{props.title}</summary>
        {props.children}
      </details>
    </Panel>
  );
}
