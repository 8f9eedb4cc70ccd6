import type {
  CampaignProgress,
  CampaignReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CsvColumn } from '@opmodel/backstage-plugin-opmodel-react';

/** One line of the report as a file: a team or a check at the first day or at the last. */
export interface ReportLine {
  by: 'all' | 'team' | 'check';
  ref: string | null;
  title: string;
  at: string;
  progress: CampaignProgress;
}

/** Every figure of a report in lines of one shape. */
export function reportRows(report: CampaignReport): ReportLine[] {
  const { from, to, start, end, teams, checks } = report;
  const all = { ref: null, title: report.campaign.title, start, end };
  const sections = [
    { by: 'all' as const, rows: [all] },
    { by: 'team' as const, rows: teams },
    { by: 'check' as const, rows: checks },
  ];
  return sections.flatMap(({ by, rows }) =>
    rows.flatMap(row => [
      { by, ref: row.ref, title: row.title, at: from, progress: row.start },
      { by, ref: row.ref, title: row.title, at: to, progress: row.end },
    ]),
  );
}

/** The columns of the file, in the names of the API. */
export const reportColumns: ReadonlyArray<CsvColumn<ReportLine>> = [
  ['by', line => line.by],
  ['ref', line => line.ref],
  ['title', line => line.title],
  ['at', line => line.at],
  ['total', line => line.progress.total],
  ['met', line => line.progress.met],
  ['open', line => line.progress.open],
  ['exempt', line => line.progress.exempt],
  ['unknown', line => line.progress.unknown],
  ['share', line => line.progress.share],
  ['entities', line => line.progress.entities],
  ['entities_done', line => line.progress.entitiesDone],
];
