import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';

const useStyles = makeStyles(theme => ({
  section: {
    display: 'grid',
    gap: theme.spacing(1.5),
    gridTemplateColumns: 'minmax(0, 1fr)',
    scrollMarginTop: theme.spacing(2),
    // It takes the focus from a link to it, which needs no frame around half a page.
    outline: 'none',
  },
  title: {
    margin: 0,
    fontSize: 16,
    lineHeight: '24px',
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
}));

/** Sections of the operator's page; the id is also the anchor. */
export type OperationsSectionId =
  | 'snapshot'
  | 'intake'
  | 'webhooks'
  | 'collectors'
  | 'scorecards'
  | 'storage'
  | 'subjects';

/** A part of the engine, with an anchor that alarms and other pages lead to. */
export function OperationsSection(props: {
  id: OperationsSectionId;
  children: ReactNode;
}) {
  const { id, children } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const classes = useStyles();
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const { hash, key } = useLocation();
  // The browser looks for an anchor before the section is there.
  useEffect(() => {
    if (hash === `#${id}`) {
      section.current?.scrollIntoView?.({ block: 'start' });
      section.current?.focus({ preventScroll: true });
    }
  }, [hash, key, id]);
  return (
    <section
      id={id}
      ref={section}
      className={classes.section}
      aria-labelledby={titleId}
      tabIndex={-1}
    >
      <h2 id={titleId} className={classes.title}>
        {t(`section.${id}`)}
      </h2>
      {children}
    </section>
  );
}
