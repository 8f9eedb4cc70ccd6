import type {
  DoraMetricId,
  DoraReport,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useSectionStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { useEvidenceParams } from '../../hooks/useEvidenceParams';
import type { CorrectionPages } from '../../hooks/useCorrections';
import type { DisputePages } from '../../hooks/useDisputes';
import { ComparePanel } from '../compare';
import { CorrectionsPanel, CorrectionsProvider } from '../corrections';
import { DisputesPanel } from '../disputes';
import { DoraTiles } from '../DoraTiles';
import {
  DEPLOYMENTS_ANCHOR,
  DeploymentsPanel,
} from '../evidence/DeploymentsTable';
import { IncidentsPanel } from '../evidence/IncidentsTable';
import { DataQuality } from '../quality';
import { EmptyReport, isEmptyReport, NoComponents } from './EmptyReports';
import { LeadTimeDistribution } from './LeadTimeDistribution';
import { LeadTimeStages } from './LeadTimeStages';
import { MembersTable } from './members/MembersTable';
import { NextSteps } from './next/NextSteps';
import { DeliveryTrend } from './trend/DeliveryTrend';

/** A report as a page: the numbers, one main picture, what to do next, and the evidence. */
export function DoraReportView(props: {
  entityRef: string;
  report: DoraReport;
  query: DoraReportQuery;
  corrections: CorrectionPages;
  disputes: DisputePages;
  onExplain: (metric: DoraMetricId) => void;
  /** Called after somebody changed what the numbers are made of, or what is said about them. */
  onChanged: () => void;
}) {
  const { entityRef, report, query, onExplain, onChanged } = props;
  const { corrections, disputes } = props;
  const sections = useSectionStyles();
  const evidence = useEvidenceParams();
  const showWeek = (week: string) => {
    evidence.setWeek(week === evidence.week ? undefined : week);
    document
      .getElementById(DEPLOYMENTS_ANCHOR)
      ?.scrollIntoView?.({ block: 'start' });
  };
  if (report.scope.rollUp && report.scope.components === 0) {
    return <NoComponents title={report.scope.title} />;
  }
  if (isEmptyReport(report)) {
    return <EmptyReport report={report} />;
  }
  const rows = {
    entityRef,
    query,
    days: report.window,
    zone: report.window.zone,
    withComponent: report.scope.rollUp,
    evidence,
  };
  return (
    <div className={sections.page}>
      <DoraTiles report={report} onExplain={onExplain} />
      <ComparePanel entityRef={entityRef} report={report} query={query} />
      <div className={sections.mainAndSide}>
        <DeliveryTrend
          report={report}
          chosenWeek={evidence.week}
          onChooseWeek={showWeek}
        />
        <NextSteps report={report} />
      </div>
      <div className={sections.halves}>
        <LeadTimeStages report={report} />
        <LeadTimeDistribution report={report} />
      </div>
      {report.scope.rollUp && <MembersTable report={report} />}
      <CorrectionsProvider
        entityRef={entityRef}
        mayCorrect={corrections.page.data?.mayCorrect ?? false}
        onCorrected={onChanged}
      >
        <DeploymentsPanel {...rows} />
        <IncidentsPanel {...rows} />
        {!report.scope.rollUp && (
          <CorrectionsPanel pages={corrections} zone={report.window.zone} />
        )}
      </CorrectionsProvider>
      <DisputesPanel
        pages={disputes}
        zone={report.window.zone}
        onSettled={onChanged}
      />
      <DataQuality report={report} />
    </div>
  );
}
