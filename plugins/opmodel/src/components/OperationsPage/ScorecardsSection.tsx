import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  Panel,
  PanelSkeleton,
  QueryView,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  useFactProviders,
  useScorecardFaults,
} from '../../hooks/useScorecardHealth';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { FactProviderTable } from './FactProviderTable';
import { OperationsSection } from './OperationsSection';
import { ScorecardFaultTable } from './ScorecardFaultTable';

const SKELETON_HEIGHT = 180;

/** What scorecards rest on: who tells facts and how fresh they are, and which definitions and checks are broken. */
export function ScorecardsSection(props: {
  /** True where the page says already that refreshing fails. */
  quiet: boolean;
}) {
  const { quiet } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const providers = useFactProviders();
  const faults = useScorecardFaults();
  return (
    <OperationsSection id="scorecards">
      <QueryView
        query={providers}
        subject={t('scorecards.providers')}
        skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
        quiet={quiet}
      >
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('scorecards.emptyTitle')}
              description={t('scorecards.emptyText')}
            />
          ) : (
            <Panel flush title={t('scorecards.providers')}>
              <FactProviderTable providers={items} />
            </Panel>
          )
        }
      </QueryView>
      <QueryView
        query={faults}
        subject={t('scorecards.faults')}
        skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
        quiet={quiet}
      >
        {data => (
          <Panel flush title={t('scorecards.faults')}>
            <ScorecardFaultTable faults={data} />
          </Panel>
        )}
      </QueryView>
    </OperationsSection>
  );
}
