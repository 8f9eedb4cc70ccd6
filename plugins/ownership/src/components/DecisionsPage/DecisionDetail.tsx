import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { Decision } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  EmptyState,
  LinkedDebt,
  Panel,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState, type ReactNode } from 'react';
import { useDecision } from '../../hooks/useDecisions';
import { ownershipDecisionsTranslationRef } from '../../translations/decisions';
import { DecisionForm } from './DecisionForm';
import { DecisionOwner, DecisionState } from './DecisionParts';
import { DecisionVersions } from './DecisionVersions';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(110px, max-content) minmax(0, 1fr)',
    gap: theme.spacing(1, 2),
    margin: theme.spacing(1, 0),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    '& > dt': { color: theme.palette.text.secondary },
    '& > dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  // What people wrote is shown as they wrote it, and as nothing but text.
  text: { whiteSpace: 'pre-wrap' },
}));

const SKELETON_ROWS = 8;

/** One decision: what was decided, why, about what, and what it was before. */
export function DecisionDetail(props: {
  id: string;
  linkTo: (id: string) => string;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { id, linkTo, onClose, onChanged } = props;
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  const decision = useDecision(id);
  const [changing, setChanging] = useState(false);
  return (
    <>
      <div>
        <ActionButton onClick={onClose}>{t('back')}</ActionButton>
      </div>
      <QueryView
        query={decision}
        subject={t('subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
        notFound={
          <EmptyState
            title={t('notFoundTitle')}
            description={t('notFoundText')}
          />
        }
      >
        {known => (
          <>
            <Panel
              title={known.title}
              actions={
                known.mayChange && (
                  <ActionButton onClick={() => setChanging(true)}>
                    {t('change')}
                  </ActionButton>
                )
              }
            >
              <DecisionState decision={known} />
              <Facts decision={known} linkTo={linkTo} />
            </Panel>
            <LinkedDebt type="decision" linkRef={known.id} />
            {known.versions.length > 0 && (
              <DecisionVersions versions={known.versions} />
            )}
            {changing && (
              <DecisionForm
                decision={known}
                onClose={() => setChanging(false)}
                onSaved={() => {
                  setChanging(false);
                  decision.retry();
                  onChanged();
                }}
              />
            )}
          </>
        )}
      </QueryView>
    </>
  );
}

function Facts(props: { decision: Decision; linkTo: (id: string) => string }) {
  const { decision, linkTo } = props;
  const { supersedes, supersededBy, links } = decision;
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  const classes = useStyles();
  const facts = useFactStyles();
  const formats = useFormats();
  const otherDecision = (id: string) => (
    <Link to={linkTo(id)}>{t('detail.otherDecision')}</Link>
  );
  return (
    <dl className={classes.facts}>
      <Fact name={t('detail.decision')}>
        <span className={classes.text}>{decision.decision}</span>
      </Fact>
      <Fact name={t('detail.context')}>
        <span className={classes.text}>{decision.context}</span>
      </Fact>
      <Fact name={t('detail.about')}>
        <ul className={facts.list}>
          {decision.entities.map(({ ref, title }) => (
            <li key={ref}>
              <EntityRefLink entityRef={ref} title={title} />
            </li>
          ))}
        </ul>
      </Fact>
      <Fact name={t('detail.owner')}>
        <DecisionOwner decision={decision} />
      </Fact>
      <Fact name={t('detail.decidedOn')}>
        {formats.day(decision.decidedOn)}
      </Fact>
      <Fact name={t('detail.reviewOn')}>
        {decision.reviewOn
          ? formats.day(decision.reviewOn)
          : t('detail.noReview')}
      </Fact>
      {supersedes && (
        <Fact name={t('detail.supersedes')}>{otherDecision(supersedes)}</Fact>
      )}
      {supersededBy && (
        <Fact name={t('detail.supersededBy')}>
          {otherDecision(supersededBy)}
        </Fact>
      )}
      {links.length > 0 && (
        <Fact name={t('detail.links')}>
          <ul className={facts.list}>
            {links.map(({ label, url }) => (
              <li key={`${label} ${url}`}>
                <Link to={url}>{label}</Link>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name={t('detail.entered', { person: decision.createdBy })}>
        <RelativeTime instant={decision.createdAt} />
      </Fact>
      {decision.updatedBy && decision.updatedAt && (
        <Fact name={t('detail.changed', { person: decision.updatedBy })}>
          <RelativeTime instant={decision.updatedAt} />
        </Fact>
      )}
    </dl>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
