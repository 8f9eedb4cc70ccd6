import { makeStyles } from '@material-ui/core/styles';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  panel: {
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    padding: theme.spacing(2),
    minWidth: 0,
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    '@media print': { breakInside: 'avoid', border: '1px solid #999' },
  },
  header: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    minHeight: 28,
    marginTop: -4,
    marginBottom: theme.spacing(0.5),
    fontSize: 13,
  },
  title: {
    margin: 0,
    fontSize: 14,
    lineHeight: '20px',
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  flush: {
    padding: 0,
    '& > header': { margin: 0, padding: theme.spacing(1.25, 2, 0.5) },
  },
}));

/** Props of {@link Panel}. */
export interface PanelProps {
  title?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  /** Without inner space around the children, for tables. */
  flush?: boolean;
  children: ReactNode;
}

/** A titled region of a page. */
export function Panel(props: PanelProps) {
  const { title, actions, flush, children } = props;
  const classes = useStyles();
  const titleId = useId();
  return (
    <section
      className={`${classes.panel} ${flush ? classes.flush : ''}`}
      aria-labelledby={title ? titleId : undefined}
    >
      {(title || actions) && (
        <header className={classes.header}>
          <h2 id={titleId} className={classes.title}>
            {title}
          </h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}
