import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  QueryView,
  ScopeHeader,
  useWindowParams,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEntityDora } from '../../hooks/useEntityDora';
import { useExplainParam } from '../../hooks/useExplainParam';
import { doraTranslationRef } from '../../translation';
import { DoraExplainDrawer } from '../DoraExplainDrawer';
import { DoraReportView } from './DoraReportView';
import { DoraSkeleton } from './DoraSkeleton';
import { UnknownEntity } from './EmptyReports';

/** The DORA tab of a component, or of what a system, domain or group holds. */
export function EntityDoraContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(doraTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const title = entity.metadata.title ?? entity.metadata.name;
  const isRollUp = entity.kind.toLocaleLowerCase('en-US') !== 'component';
  const { selection, ownership, query, setSelection, setOwnership } =
    useWindowParams();
  const report = useEntityDora(entityRef, query);
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
        window={report.data?.window}
        definition={report.data?.definition}
        freshness={report.data?.freshness}
        refreshing={report.phase === 'refreshing'}
      />
      <QueryView
        query={report}
        subject={t('tab.subject')}
        skeleton={<DoraSkeleton rollUp={isRollUp} />}
        notFound={<UnknownEntity />}
      >
        {data => (
          <DoraReportView
            entityRef={entityRef}
            report={data}
            query={query}
            onExplain={explain}
          />
        )}
      </QueryView>
      <DoraExplainDrawer
        entityRef={entityRef}
        query={query}
        metric={explained}
        onClose={() => explain(undefined)}
      />
    </>
  );
}
