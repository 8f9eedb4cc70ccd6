import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  MetricSummarySkeleton,
  QueryView,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useScorecardTabPath } from '../../entity/useScorecardTabPath';
import { useEntityScorecards } from '../../hooks/scorecardQueries';
import { scorecardsTranslationRef } from '../../translation';
import { scorecardsCardTranslationRef } from '../../translations/card';
import { ScorecardsBrief } from './ScorecardsBrief';

/** Where an entity stands at a glance: its level overall, and the one thing to fix next. */
export function EntityScorecardsCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(scorecardsCardTranslationRef);
  const { t: words } = useTranslationRef(scorecardsTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const query = useEntityScorecards(entityRef);
  const tabPath = useScorecardTabPath();
  return (
    <EntityInfoCard
      title={t('title')}
      footerActions={<Link to={tabPath(entityRef)}>{t('open')}</Link>}
    >
      <QueryView
        query={query}
        subject={words('subject')}
        skeleton={<MetricSummarySkeleton />}
        notFound={t('unknown')}
      >
        {data => <ScorecardsBrief report={data} />}
      </QueryView>
    </EntityInfoCard>
  );
}
