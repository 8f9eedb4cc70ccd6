import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  MetricSummarySkeleton,
  QueryView,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useOwnershipTabPath } from '../../entity/useOwnershipTabPath';
import {
  useEntityOwnership,
  type OwnershipQuery,
} from '../../hooks/useEntityOwnership';
import { ownershipTranslationRef } from '../../translation';
import { OwnershipBrief } from './OwnershipBrief';

const WHOLE: OwnershipQuery = {};

/** How well an entity is owned at a glance: the rung it reaches, what is missing, and whom to ask. */
export function EntityOwnershipCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(ownershipTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const report = useEntityOwnership(entityRef, WHOLE);
  const tabPath = useOwnershipTabPath();
  return (
    <EntityInfoCard
      title={t('card.title')}
      footerActions={<Link to={tabPath(entityRef)}>{t('card.open')}</Link>}
    >
      <QueryView
        query={report}
        subject={t('tab.subject')}
        skeleton={<MetricSummarySkeleton />}
        notFound={t('card.notAssessed')}
      >
        {data => <OwnershipBrief report={data} />}
      </QueryView>
    </EntityInfoCard>
  );
}
