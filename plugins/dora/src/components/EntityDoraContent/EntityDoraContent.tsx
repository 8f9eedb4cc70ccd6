import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  QueryView,
  ScopeHeader,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useCorrections } from '../../hooks/useCorrections';
import { useDisputes } from '../../hooks/useDisputes';
import { useDoraDefinitions } from '../../hooks/useDoraDefinitions';
import { useDoraParams } from '../../hooks/useDoraParams';
import { useEntityDora } from '../../hooks/useEntityDora';
import { useExplainParam } from '../../hooks/useExplainParam';
import { doraTranslationRef } from '../../translation';
import { CompareButton } from '../compare';
import { DoraExplainDrawer } from '../DoraExplainDrawer';
import { DoraReportView } from './DoraReportView';
import { DoraSkeleton } from './DoraSkeleton';
import { UnknownEntity } from './EmptyReports';
import { DefinitionPickers } from '../DefinitionPickers';
import { ReportExportMenu } from './strip/ReportExportMenu';

/** The DORA tab of a component, or of what a system, domain or group holds. */
export function EntityDoraContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(doraTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const title = entity.metadata.title ?? entity.metadata.name;
  const isRollUp = entity.kind.toLocaleLowerCase('en-US') !== 'component';
  const params = useDoraParams();
  const { query } = params;
  const report = useEntityDora(entityRef, query);
  const corrections = useCorrections(entityRef, !isRollUp);
  const disputes = useDisputes(entityRef);
  const definitions = useDoraDefinitions();
  const readAgain = () => {
    report.retry();
    corrections.page.retry();
    disputes.page.retry();
  };
  const { explained, explain } = useExplainParam();
  return (
    <>
      <ScopeHeader
        title={title}
        selection={params.selection}
        onSelectionChange={params.setSelection}
        ownership={isRollUp ? params.ownership : undefined}
        onOwnershipChange={params.setOwnership}
        scope={report.data?.scope}
        window={report.data?.window}
        definition={report.data?.definition}
        freshness={report.data?.freshness}
        refreshing={report.phase === 'refreshing'}
        actions={
          <>
            {report.data && <CompareButton />}
            {report.data && <ReportExportMenu report={report.data} />}
            {definitions.data && (
              <DefinitionPickers
                definitions={definitions.data}
                profile={params.profile}
                edition={params.edition}
                onProfileChange={params.setProfile}
                onEditionChange={params.setEdition}
              />
            )}
          </>
        }
      />
      <QueryView
        query={report}
        subject={t('tab.subject')}
        skeleton={<DoraSkeleton />}
        notFound={<UnknownEntity />}
      >
        {data => (
          <DoraReportView
            entityRef={entityRef}
            report={data}
            query={query}
            corrections={corrections}
            disputes={disputes}
            onExplain={explain}
            onChanged={readAgain}
          />
        )}
      </QueryView>
      <DoraExplainDrawer
        entityRef={entityRef}
        query={query}
        metric={explained}
        onDisputed={readAgain}
        onClose={() => explain(undefined)}
      />
    </>
  );
}
