import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { useId, type ReactNode } from 'react';
import { useReducedMotion } from '../../chart/useReducedMotion';
import { opmodelTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  paper: {
    width: 760,
    maxWidth: '100vw',
    backgroundColor: theme.palette.background.paper,
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    padding: theme.spacing(2, 2, 1.5, 3),
    background: theme.palette.background.paper,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  eyebrow: {
    margin: 0,
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
  },
  title: { margin: 0, fontSize: 18, lineHeight: '26px', fontWeight: 600 },
  body: { padding: theme.spacing(0, 3, 4) },
  section: { marginTop: theme.spacing(2.5) },
  heading: {
    margin: 0,
    marginBottom: theme.spacing(0.5),
    fontSize: 13,
    lineHeight: '20px',
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  text: { fontSize: 14, lineHeight: '21px', color: theme.palette.text.primary },
}));

/** Props of {@link ExplainDrawer}. */
export interface ExplainDrawerProps {
  open: boolean;
  onClose: () => void;
  /** The number that is explained, by its standard term. */
  title: string;
  /** What is told about it, above the title. Default: how the number came about. */
  eyebrow?: string;
  children: ReactNode;
}

/** The frame in which a number explains itself. Focus returns to where it was when it closes. */
export function ExplainDrawer(props: ExplainDrawerProps) {
  const { open, onClose, title, eyebrow, children } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const still = useReducedMotion();
  const titleId = useId();
  return (
    <Drawer
      anchor="right"
      open={open}
      onClose={onClose}
      transitionDuration={still ? 0 : undefined}
      classes={{ paper: classes.paper }}
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': titleId,
      }}
    >
      <div className={classes.head}>
        <div>
          <p className={classes.eyebrow}>{eyebrow ?? t('explain.title')}</p>
          <h2 id={titleId} className={classes.title}>
            {title}
          </h2>
        </div>
        <IconButton
          size="small"
          aria-label={t('explain.close')}
          onClick={onClose}
        >
          <CloseIcon fontSize="small" />
        </IconButton>
      </div>
      <div className={classes.body}>{children}</div>
    </Drawer>
  );
}

/** One titled part of an explanation. */
export function ExplainSection(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{props.title}</h3>
      <div className={classes.text}>{props.children}</div>
    </section>
  );
}
