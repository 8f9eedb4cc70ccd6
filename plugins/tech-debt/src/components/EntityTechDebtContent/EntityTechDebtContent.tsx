import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  QueryView,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useTechDebtPaths } from '../../entity/useTechDebtPaths';
import { DebtDocsLink, FactLine } from '../../facts';
import { useEntityDebtPages } from '../../hooks/debtQueries';
import { useDebtListView } from '../../hooks/useDebtListView';
import { MeasuredPanel, ReportsPanel } from '../../reports';
import { techDebtTranslationRef } from '../../translation';
import { techDebtEntityTranslationRef } from '../../translations/entity';
import { techDebtItemsTranslationRef } from '../../translations/items';
import { QuickAdd } from '../QuickAdd';
import { ScopeTechDebt } from '../ScopeTechDebt';
import { EntityTechDebtSkeleton } from './EntityTechDebtSkeleton';
import { ItemsPanel } from './ItemsPanel';
import { NextSteps } from './NextSteps';
import { OwedTiles } from './OwedTiles';

/** The tab of an entity: what it owes, what of it is late, each item with its price, the way to file one, and what it cost lately; of a system, domain or group what all that is in it owes. */
export function EntityTechDebtContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(techDebtTranslationRef);
  const { t: texts } = useTranslationRef(techDebtEntityTranslationRef);
  const { t: items } = useTranslationRef(techDebtItemsTranslationRef);
  const sections = useSectionStyles();
  const paths = useTechDebtPaths();
  const entityRef = stringifyEntityRef(entity);
  const shown = useDebtListView();
  const pages = useEntityDebtPages(entityRef, shown);
  return (
    <QueryView
      quiet
      query={pages.page}
      subject={t('subject')}
      skeleton={<EntityTechDebtSkeleton />}
      notFound={
        <EmptyState
          title={items('list.unknownTitle')}
          description={items('list.unknownText')}
        />
      }
    >
      {data => (
        <div className={sections.page}>
          <section aria-label={texts('answer.label')}>
            <OwedTiles summary={data.summary} />
            <FactLine>
              <span>{texts('answer.interest')}</span>
            </FactLine>
          </section>
          <NextSteps breaches={data.summary.breaches} />
          {data.isRollUp && <ScopeTechDebt entityRef={entityRef} />}
          {data.mayCreate && (
            <QuickAdd
              key={entityRef}
              entityRef={entityRef}
              onFiled={pages.page.retry}
            />
          )}
          <ItemsPanel pages={pages} shown={shown} />
          <div
            className={
              data.measuredInterest ? sections.mainAndSide : sections.page
            }
          >
            <ReportsPanel
              key={entityRef}
              query={
                data.isRollUp ? { scope: entityRef } : { entity: entityRef }
              }
              known={data.isRollUp ? {} : { entityRef }}
              onChanged={pages.page.retry}
            />
            {data.measuredInterest && (
              <MeasuredPanel measured={data.measuredInterest} />
            )}
          </div>
          <FactLine>
            <span>
              <DebtDocsLink />
            </span>
            {paths && (
              <span>
                <Link to={paths.root}>{texts('view.register')}</Link>
              </span>
            )}
          </FactLine>
        </div>
      )}
    </QueryView>
  );
}
