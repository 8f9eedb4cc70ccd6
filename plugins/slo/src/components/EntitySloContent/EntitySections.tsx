import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  useSectionStyles,
  type RowPages,
  type WindowSelection,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ObjectiveId } from '../../hooks/sloQueries';
import { sloEntityTranslationRef } from '../../translations/entity';
import { AgreementsPanel, DependencyPanel } from '../Commitments';
import { SloBlock } from '../Objective';
import { AppliedPoliciesPanel } from '../Policies';
import { ProposalsPanel } from '../Proposals';
import { ReleaseGatePanel } from '../ReleaseGate';
import { anchors, SloNextSteps } from '../SloNextSteps';
import { sloSnippet } from '../sloSnippet';
import { SloPaging } from './SloPaging';

/** Props of the sections of the tab. */
export interface SloSectionsProps {
  report: SloReport;
  /** The way to the other SLOs where the report holds not all of them. */
  pages: RowPages<SloReport>;
  window: WindowSelection | undefined;
  onExplain: (objective: ObjectiveId) => void;
  /** Called after something has changed. */
  onChanged: () => void;
}

/** Of one entity: each objective, what to do next, what follows from its budgets, and what it promises besides. */
export function EntitySections(props: SloSectionsProps) {
  const { report, pages, window, onExplain, onChanged } = props;
  const { entity, items, gate } = report;
  const { t } = useTranslationRef(sloEntityTranslationRef);
  const sections = useSectionStyles();
  return (
    <>
      <div className={sections.mainAndSide}>
        <div id={anchors.objectives} className={sections.page}>
          {items.length === 0 ? (
            <EmptyState
              title={t('empty.title')}
              description={t('empty.text')}
              step={{
                text: t('empty.step'),
                snippet: sloSnippet(parseEntityRef(entity.ref).name),
              }}
            />
          ) : (
            items.map((slo, index) => (
              <SloBlock
                key={slo.ref}
                slo={slo}
                open={index === 0}
                window={window}
                onExplain={onExplain}
              />
            ))
          )}
          <SloPaging report={report} pages={pages} />
        </div>
        <div className={sections.page} style={{ alignContent: 'start' }}>
          <SloNextSteps report={report} />
          {gate && (
            <ReleaseGatePanel
              gate={gate}
              title={entity.title}
              onChanged={onChanged}
            />
          )}
        </div>
      </div>
      <div id={anchors.policies}>
        <AppliedPoliciesPanel
          policies={report.policies}
          entityRef={entity.ref}
        />
      </div>
      <div className={sections.halves}>
        <AgreementsPanel agreements={report.agreements} />
        <div id={anchors.dependencies}>
          <DependencyPanel findings={report.dependencies} />
        </div>
      </div>
      <div id={anchors.proposals}>
        <ProposalsPanel entityRef={entity.ref} open={items.length === 0} />
      </div>
    </>
  );
}
