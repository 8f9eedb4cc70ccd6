import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  QueryView,
  useOpmodelApi,
  useWindowParams,
  WindowPicker,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEntityOwnership } from '../../hooks/useEntityOwnership';
import { useExplained } from '../../hooks/useExplained';
import { ownershipTranslationRef } from '../../translation';
import { CoverageExplainDrawer } from '../CoverageExplainDrawer';
import { OwnershipHeader } from './OwnershipHeader';
import { OwnershipReportView } from './OwnershipReportView';
import { OwnershipSkeleton } from './OwnershipSkeleton';

/** Kinds that hold others, so that their tab has a trend over a window. */
const SCOPES = ['system', 'domain', 'group'];

const WHOLE: Record<string, never> = {};

/** The ownership tab of an entity, or of what a system, domain or group holds. */
export function EntityOwnershipContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(ownershipTranslationRef);
  const api = useOpmodelApi();
  const entityRef = stringifyEntityRef(entity);
  const title = entity.metadata.title ?? entity.metadata.name;
  const isScope = SCOPES.includes(entity.kind.toLowerCase());
  const { selection, query, setSelection } = useWindowParams();
  const { ownership: _, ...window } = query;
  const report = useEntityOwnership(entityRef, isScope ? window : WHOLE);
  const [explained, explain] = useExplained();
  return (
    <>
      <OwnershipHeader
        title={title}
        report={report.data}
        refreshing={report.phase === 'refreshing'}
        actions={
          isScope && (
            <WindowPicker
              value={selection}
              onChange={setSelection}
              days={report.data?.rollUp?.window}
            />
          )
        }
      />
      <QueryView
        query={report}
        subject={t('tab.subject')}
        skeleton={<OwnershipSkeleton isScope={isScope} />}
        notFound={
          <EmptyState
            title={t('empty.unknownTitle')}
            description={t('empty.unknownText')}
          />
        }
      >
        {data => (
          <OwnershipReportView
            report={data}
            onExplain={() => explain(true)}
            onChanged={report.retry}
          />
        )}
      </QueryView>
      <CoverageExplainDrawer
        open={isScope && explained}
        onClose={() => explain(false)}
        about={entityRef}
        request={signal => api.explainEntityOwnership(entityRef, { signal })}
      />
    </>
  );
}
