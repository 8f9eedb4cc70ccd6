import { makeStyles } from '@material-ui/core/styles';
import type {
  DoraMetricId,
  DoraReport,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DeploymentsPanel } from '../DeploymentsTable';
import { DeliveryTrend } from './DeliveryTrend';
import { DoraTiles } from './DoraTiles';
import { EmptyReport, isEmptyReport, NoComponents } from './EmptyReports';
import { LeadTimeDistribution } from './LeadTimeDistribution';
import { LeadTimeStages } from './LeadTimeStages';
import { MembersTable } from './MembersTable';
import { NextSteps } from './NextSteps';
import { useSectionStyles } from './sectionStyles';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
  },
}));

/** A report as a page: the numbers, one main picture, what to do next, and the evidence. */
export function DoraReportView(props: {
  entityRef: string;
  report: DoraReport;
  query: DoraReportQuery;
  onExplain: (metric: DoraMetricId) => void;
}) {
  const { entityRef, report, query, onExplain } = props;
  const classes = useStyles();
  const sections = useSectionStyles();
  if (report.scope.rollUp && report.scope.components === 0) {
    return <NoComponents title={report.scope.title} />;
  }
  if (isEmptyReport(report)) {
    return <EmptyReport report={report} />;
  }
  return (
    <div className={classes.page}>
      <DoraTiles report={report} onExplain={onExplain} />
      <div className={sections.mainAndSide}>
        <DeliveryTrend report={report} />
        <NextSteps report={report} />
      </div>
      <div className={sections.halves}>
        <LeadTimeStages report={report} />
        <LeadTimeDistribution report={report} />
      </div>
      {report.scope.rollUp && <MembersTable report={report} />}
      <DeploymentsPanel
        entityRef={entityRef}
        query={query}
        zone={report.window.zone}
        withComponent={report.scope.rollUp}
      />
    </div>
  );
}
