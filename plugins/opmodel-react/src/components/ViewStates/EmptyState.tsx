import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import type { OpmodelState } from '../../palette/palette';
import { StateIcon } from '../StateChip';
import { Snippet } from './Snippet';

const useStyles = makeStyles(theme => ({
  state: {
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    padding: theme.spacing(4, 3),
    display: 'flex',
    justifyContent: 'center',
  },
  inner: { width: '100%', maxWidth: 640 },
  title: {
    margin: 0,
    fontSize: 16,
    lineHeight: '24px',
    fontWeight: 600,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    color: theme.palette.text.primary,
  },
  text: {
    margin: theme.spacing(1, 0, 0),
    fontSize: 14,
    lineHeight: '21px',
    color: theme.palette.text.secondary,
  },
  step: {
    margin: theme.spacing(2.5, 0, 1),
    fontSize: 13,
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  action: { marginTop: theme.spacing(2) },
}));

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  title: string;
  /** What would appear here. */
  description: ReactNode;
  /** The one step that makes it appear. */
  step?: {
    text: ReactNode;
    /** To be copied. */
    snippet?: string;
  };
  /** A link or button. */
  action?: ReactNode;
  /** Default `no_data`. */
  state?: OpmodelState;
}

/** Nothing is here yet: what would appear, and the one step that makes it appear. */
export function EmptyState(props: EmptyStateProps) {
  const { title, description, step, action, state = 'no_data' } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const palette = useOpmodelPalette();
  return (
    <div className={classes.state}>
      <div className={classes.inner}>
        <h2 className={classes.title}>
          <span
            style={{
              color: palette.states[state].mark,
              display: 'inline-flex',
            }}
          >
            <StateIcon state={state} size={20} />
          </span>
          {title}
        </h2>
        <div className={classes.text}>{description}</div>
        {step && (
          <>
            <h3 className={classes.step}>{t('view.nextStep')}</h3>
            <div className={classes.text}>{step.text}</div>
            {step.snippet && <Snippet text={step.snippet} />}
          </>
        )}
        {action && <div className={classes.action}>{action}</div>}
      </div>
    </div>
  );
}
