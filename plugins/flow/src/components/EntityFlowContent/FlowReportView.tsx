import type {
  FlowMetricId,
  FlowReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useSectionStyles } from '@opmodel/backstage-plugin-opmodel-react';
import type { FlowQuery } from '../../hooks/flowQuery';
import { AllocationPanel } from '../Allocation';
import { BuildsPanel } from '../Builds';
import { CumulativeFlowPanel } from '../CumulativeFlow';
import { ForecastPanel } from '../Forecast';
import { PredictabilityPanel } from '../Predictability';
import { WorkItemsPanel } from '../WorkItemsTable';
import { CycleTimeDistribution } from './CycleTimeDistribution';
import { DefectsPanel } from './DefectsPanel';
import { EmptyReport, isEmptyReport, NoComponents } from './EmptyReports';
import { FlowMembersTable } from './FlowMembersTable';
import { FlowTiles } from './FlowTiles';
import { FlowTrend } from './FlowTrend';
import { NextSteps } from './NextSteps';
import { QualityPanel } from './QualityPanel';

/** A report as a page: the numbers, one main picture, what to do next, and the evidence. */
export function FlowReportView(props: {
  entityRef: string;
  report: FlowReport;
  query: FlowQuery;
  onExplain: (metric: FlowMetricId) => void;
}) {
  const { entityRef, report, query, onExplain } = props;
  const sections = useSectionStyles();
  const { rollUp, components, title } = report.scope;
  if (rollUp && components === 0) {
    return <NoComponents title={title} />;
  }
  if (isEmptyReport(report)) {
    return <EmptyReport report={report} />;
  }
  return (
    <div className={sections.page}>
      <FlowTiles report={report} onExplain={onExplain} />
      <div className={sections.mainAndSide}>
        <CumulativeFlowPanel report={report} />
        <NextSteps report={report} />
      </div>
      <div className={sections.halves}>
        <AllocationPanel
          report={report}
          onExplain={() => onExplain('allocation')}
        />
        <CycleTimeDistribution report={report} />
      </div>
      <FlowTrend report={report} />
      <div className={sections.halves}>
        <PredictabilityPanel
          report={report}
          onExplain={() => onExplain('predictability')}
        />
        <ForecastPanel entityRef={entityRef} report={report} />
      </div>
      <div className={sections.halves}>
        <BuildsPanel report={report} onExplain={onExplain} />
        <DefectsPanel
          report={report}
          onExplain={() => onExplain('escaped-defects')}
        />
      </div>
      <QualityPanel report={report} />
      {rollUp && <FlowMembersTable report={report} />}
      <WorkItemsPanel
        entityRef={entityRef}
        query={query}
        zone={report.window.zone}
        withComponent={rollUp}
      />
    </div>
  );
}
