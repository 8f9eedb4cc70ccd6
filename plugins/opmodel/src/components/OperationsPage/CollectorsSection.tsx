import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CollectorHealth } from '@opmodel/backstage-plugin-opmodel-common';
import { EmptyState, Panel } from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { CollectorRunsDrawer } from './CollectorRunsDrawer';
import { CollectorTable } from './CollectorTable';
import { DocsLink } from './DocsLink';
import { OperationsSection } from './OperationsSection';
import { useOperationsParams } from './useOperationsParams';

const moduleSnippet = `// packages/backend/src/index.ts
backend.add(import('@opmodel/backstage-plugin-opmodel-backend-module-git'));`;

/** What reads outside systems, how it is doing, and how its runs went. */
export function CollectorsSection(props: {
  collectors: readonly CollectorHealth[];
}) {
  const { collectors } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const { collector: chosen, showCollector } = useOperationsParams();

  if (collectors.length === 0) {
    return (
      <OperationsSection id="collectors">
        <EmptyState
          title={t('collectors.emptyTitle')}
          description={t('collectors.emptyText')}
          step={{ text: t('collectors.emptyStep'), snippet: moduleSnippet }}
          action={
            <DocsLink docs="intake#collectors" title={t('collectors.docs')} />
          }
        />
      </OperationsSection>
    );
  }
  return (
    <OperationsSection id="collectors">
      <Panel flush>
        <CollectorTable collectors={collectors} onOpen={showCollector} />
      </Panel>
      <CollectorRunsDrawer
        collectorId={chosen}
        title={collectors.find(({ id }) => id === chosen)?.title ?? chosen}
        onClose={() => showCollector(undefined)}
      />
    </OperationsSection>
  );
}
