import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  DEFAULT_WINDOW,
  MetricSummarySkeleton,
  QueryView,
  toWindowQuery,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useFlowTabPath } from '../../entity/useFlowTabPath';
import { useEntityFlow } from '../../hooks/useEntityFlow';
import { flowTranslationRef } from '../../translation';
import { FlowSummary } from './FlowSummary';

const WINDOW_QUERY = toWindowQuery(DEFAULT_WINDOW);

/** Cycle time of an entity at a glance, with its trend and what is in progress. */
export function EntityFlowCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(flowTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const report = useEntityFlow(entityRef, WINDOW_QUERY);
  const tabPath = useFlowTabPath();
  return (
    <EntityInfoCard
      title={t('card.title')}
      footerActions={<Link to={tabPath(entityRef)}>{t('card.open')}</Link>}
    >
      <QueryView
        query={report}
        subject={t('tab.subject')}
        skeleton={<MetricSummarySkeleton />}
        notFound={t('card.noData')}
      >
        {data => <FlowSummary report={data} />}
      </QueryView>
    </EntityInfoCard>
  );
}
