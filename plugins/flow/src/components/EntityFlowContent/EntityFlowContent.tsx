import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  QueryView,
  ScopeHeader,
  useWindowParams,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEntityFlow } from '../../hooks/useEntityFlow';
import { useExplainParam } from '../../hooks/useExplainParam';
import { flowTranslationRef } from '../../translation';
import { FlowExportMenu } from '../export/FlowExportMenu';
import { FlowExplainDrawer } from '../FlowExplainDrawer';
import { UnknownEntity } from './EmptyReports';
import { FlowReportView } from './FlowReportView';
import { FlowSkeleton } from './FlowSkeleton';

/** The flow tab of a component, or of what a system, domain or group holds. */
export function EntityFlowContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(flowTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const title = entity.metadata.title ?? entity.metadata.name;
  const isRollUp = entity.kind.toLocaleLowerCase('en-US') !== 'component';
  const { selection, ownership, query, setSelection, setOwnership } =
    useWindowParams();
  const report = useEntityFlow(entityRef, query);
  const { explained, explain } = useExplainParam();
  return (
    <>
      <ScopeHeader
        title={title}
        selection={selection}
        onSelectionChange={setSelection}
        ownership={isRollUp ? ownership : undefined}
        onOwnershipChange={setOwnership}
        scope={report.data?.scope}
        active={n => t('tab.active', { n })}
        window={report.data?.window}
        definition={report.data?.definition}
        freshness={report.data?.freshness}
        refreshing={report.phase === 'refreshing'}
        actions={report.data && <FlowExportMenu report={report.data} />}
      />
      <QueryView
        query={report}
        subject={t('tab.subject')}
        skeleton={<FlowSkeleton />}
        notFound={<UnknownEntity />}
      >
        {data => (
          <FlowReportView
            entityRef={entityRef}
            report={data}
            query={query}
            onExplain={explain}
          />
        )}
      </QueryView>
      <FlowExplainDrawer
        entityRef={entityRef}
        query={query}
        metric={explained}
        onClose={() => explain(undefined)}
      />
    </>
  );
}
