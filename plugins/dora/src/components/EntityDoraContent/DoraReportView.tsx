import { makeStyles } from '@material-ui/core/styles';
import type {
  DoraMetricId,
  DoraReport,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useEvidenceParams } from '../../hooks/useEvidenceParams';
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
import { useSectionStyles } from './sectionStyles';
import { DeliveryTrend } from './trend/DeliveryTrend';

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
    <div className={classes.page}>
      <DoraTiles report={report} onExplain={onExplain} />
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
      <DeploymentsPanel {...rows} />
      <IncidentsPanel {...rows} />
      <DataQuality report={report} />
    </div>
  );
}
