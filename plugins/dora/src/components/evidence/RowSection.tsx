import { makeStyles } from '@material-ui/core/styles';
import { useFactStyles } from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  section: {
    padding: theme.spacing(0, 2, 1.5),
    fontSize: 13,
    lineHeight: '20px',
    whiteSpace: 'normal',
  },
}));

/** A titled part of what stands below an opened row. */
export function RowSection(props: { title: string; children: ReactNode }) {
  const facts = useFactStyles();
  const classes = useStyles();
  return (
    <section className={classes.section}>
      <h4 className={facts.heading}>{props.title}</h4>
      {props.children}
    </section>
  );
}
