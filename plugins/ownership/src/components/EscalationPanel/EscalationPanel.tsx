import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Escalation,
  EscalationKind,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  SegmentedButtons,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useId, useState } from 'react';
import { useEscalation } from '../../hooks/useEscalation';
import { ownershipEntityTranslationRef } from '../../translations/entity';
import { EscalationSteps } from './EscalationSteps';

const useStyles = makeStyles(theme => ({
  question: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
    '@media print': { display: 'none' },
  },
  severity: { width: 140 },
}));

const SKELETON_ROWS = 3;
const TYPING_PAUSE_MS = 300;
const MAX_SEVERITY_LENGTH = 64;

/** Whom to call about an entity, and whom then, by what it is about. */
export function EscalationPanel(props: { entityRef: string }) {
  const { entityRef } = props;
  const { t } = useTranslationRef(ownershipEntityTranslationRef);
  const classes = useStyles();
  const severityId = useId();
  const [about, setAbout] = useState<EscalationKind>('incident');
  const [typed, setTyped] = useState('');
  const [severity, setSeverity] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSeverity(typed.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const escalation = useEscalation(entityRef, {
    about,
    ...(about === 'incident' && severity && { severity }),
  });
  return (
    <Panel title={t('escalation.title')}>
      <div className={classes.question}>
        <SegmentedButtons
          label={t('escalation.about')}
          value={about}
          options={[
            { id: 'incident', label: t('escalation.incident') },
            { id: 'roadmap', label: t('escalation.roadmap') },
            { id: 'risk', label: t('escalation.risk') },
          ]}
          onChange={setAbout}
        />
        {about === 'incident' && (
          <TextField
            id={severityId}
            className={classes.severity}
            size="small"
            variant="outlined"
            label={t('escalation.severity')}
            placeholder={t('escalation.anySeverity')}
            value={typed}
            onChange={event => setTyped(event.target.value)}
            inputProps={{ maxLength: MAX_SEVERITY_LENGTH }}
            InputLabelProps={{ shrink: true }}
          />
        )}
      </div>
      <QueryView
        query={escalation}
        subject={t('escalation.subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
      >
        {answer => <EscalationAnswer escalation={answer} />}
      </QueryView>
    </Panel>
  );
}

function EscalationAnswer(props: { escalation: Escalation }) {
  const { steps, url, asOf } = props.escalation;
  const { t } = useTranslationRef(ownershipEntityTranslationRef);
  const facts = useFactStyles();
  if (steps.length === 0) {
    return <p className={facts.quiet}>{t('escalation.none')}</p>;
  }
  return (
    <>
      <EscalationSteps steps={steps} />
      <p className={facts.quiet}>
        <EscalationSource escalation={props.escalation} />
        {asOf !== null && (
          <>
            {' · '}
            {t('escalation.asOf')} <RelativeTime instant={asOf} />
          </>
        )}
        {url && (
          <>
            {' · '}
            <Link to={url}>{t('escalation.runbook')}</Link>
          </>
        )}
      </p>
    </>
  );
}

function EscalationSource(props: { escalation: Escalation }) {
  const { source, documentRef, attachedTo } = props.escalation;
  const { t } = useTranslationRef(ownershipEntityTranslationRef);
  const texts: Record<Escalation['source'], string> = {
    document: t('escalation.byDocument'),
    team_api: t('escalation.byTeamApi'),
    annotation: t('escalation.byAnnotation'),
    owner_chain: t('escalation.byOwnerChain'),
    none: t('escalation.none'),
  };
  return (
    <>
      {texts[source]} {documentRef && <EntityRefLink entityRef={documentRef} />}
      {attachedTo && (
        <>
          {', '}
          {t('escalation.attachedTo')} <EntityRefLink entityRef={attachedTo} />
        </>
      )}
    </>
  );
}
