import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  MetricSummarySkeleton,
  QueryView,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSloTabPath } from '../../entity/useSloTabPath';
import { useEntitySlos } from '../../hooks/sloQueries';
import { sloTranslationRef } from '../../translation';
import { sloCardTranslationRef } from '../../translations/card';
import { SloBrief } from './SloBrief';

/** The SLOs of an entity at a glance: the state of the worst, what is left of its budget, and its trend. */
export function EntitySloCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(sloCardTranslationRef);
  const { t: words } = useTranslationRef(sloTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const { page: report } = useEntitySlos(entityRef);
  const tabPath = useSloTabPath();
  return (
    <EntityInfoCard
      title={t('title')}
      footerActions={<Link to={tabPath(entityRef)}>{t('open')}</Link>}
    >
      <QueryView
        query={report}
        subject={words('subject')}
        skeleton={<MetricSummarySkeleton />}
        notFound={t('unknown')}
      >
        {data => <SloBrief report={data} />}
      </QueryView>
    </EntityInfoCard>
  );
}
