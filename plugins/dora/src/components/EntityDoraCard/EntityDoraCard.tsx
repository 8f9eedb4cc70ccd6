import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  toWindowQuery,
  DEFAULT_WINDOW,
  MetricSummarySkeleton,
  QueryView,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useDoraTabPath } from '../../entity/useDoraTabPath';
import { useEntityDora } from '../../hooks/useEntityDora';
import { doraTranslationRef } from '../../translation';
import { DoraSummary } from './DoraSummary';

const WINDOW_QUERY = toWindowQuery(DEFAULT_WINDOW);

/** Change lead time of an entity at a glance, with its trend and how often it deploys. */
export function EntityDoraCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(doraTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const report = useEntityDora(entityRef, WINDOW_QUERY);
  const tabPath = useDoraTabPath();
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
        {data => <DoraSummary report={data} />}
      </QueryView>
    </EntityInfoCard>
  );
}
