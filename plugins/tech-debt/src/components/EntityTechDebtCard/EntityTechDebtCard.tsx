import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  MetricSummarySkeleton,
  QueryView,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useTechDebtTabPath } from '../../entity/useTechDebtTabPath';
import { useEntityDebtSummary } from '../../hooks/debtQueries';
import { techDebtTranslationRef } from '../../translation';
import { techDebtCardTranslationRef } from '../../translations/card';
import { DebtBrief } from './DebtBrief';

/** What an entity owes at a glance. */
export function EntityTechDebtCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(techDebtCardTranslationRef);
  const { t: words } = useTranslationRef(techDebtTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const query = useEntityDebtSummary(entityRef);
  const tabPath = useTechDebtTabPath();
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
        {data => <DebtBrief summary={data.summary} />}
      </QueryView>
    </EntityInfoCard>
  );
}
