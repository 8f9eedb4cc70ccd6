import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  Campaign,
  CampaignProgress,
  CampaignReport,
  CampaignReportRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  downloadFile,
  exportFileName,
  ExportMenu,
  PanelSkeleton,
  Panel,
  QueryView,
  ScrollArea,
  toCsvTable,
  toJsonFile,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { coverageOf } from './campaignWords';
import { reportColumns, reportRows } from './reportRows';
import { scorecardCampaignsTranslationRef } from './translation';
import { useCampaignReport } from './useCampaigns';

const SKELETON_HEIGHT = 280;

/** How a campaign went, by team and by check, from its first day to its last, or to now; it prints as a report. */
export function ReportPanel(props: { campaign: Campaign }) {
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const query = useCampaignReport(props.campaign);
  return (
    <QueryView
      query={query}
      subject={t('report.subject')}
      skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
    >
      {report => <Report report={report} />}
    </QueryView>
  );
}

function Report(props: { report: CampaignReport }) {
  const { report } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  const all: CampaignReportRow = {
    ref: null,
    title: t('report.all'),
    start: report.start,
    end: report.end,
  };
  return (
    <Panel
      title={t('report.title')}
      actions={<ReportActions report={report} />}
    >
      <p className={facts.text}>
        {report.isFinal ? t('report.final') : t('report.soFar')}{' '}
        {t('report.span', {
          from: formats.instant(report.from),
          to: formats.instant(report.to),
        })}
      </p>
      <h3 className={facts.heading}>{t('report.byTeam')}</h3>
      <ReportTable
        label={t('report.byTeam')}
        first={t('report.team')}
        rows={[...report.teams, all]}
        link
      />
      <h3 className={facts.heading}>{t('report.byCheck')}</h3>
      <ReportTable
        label={t('report.byCheck')}
        first={t('report.check')}
        rows={report.checks}
      />
    </Panel>
  );
}

function ReportActions(props: { report: CampaignReport }) {
  const { report } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const name = exportFileName(
    'campaign-report',
    { from: report.from.slice(0, 10), to: report.to.slice(0, 10) },
    report.campaign.title,
  );
  return (
    <span>
      <ActionButton onClick={() => window.print()}>
        {t('report.print')}
      </ActionButton>
      <ExportMenu
        subject={t('report.title')}
        choices={[
          {
            label: t('report.csv'),
            onChoose: () =>
              downloadFile(
                name,
                'csv',
                toCsvTable(reportColumns, reportRows(report)),
              ),
          },
          {
            label: t('report.json'),
            onChoose: () => downloadFile(name, 'json', toJsonFile(report)),
          },
        ]}
      />
    </span>
  );
}

function ReportTable(props: {
  label: string;
  /** What the rows are. */
  first: string;
  rows: readonly CampaignReportRow[];
  /** Whether their refs are those of entities. */
  link?: boolean;
}) {
  const { label, first, rows, link } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const table = useDenseTableStyles();
  const formats = useFormats();
  const share = ({ share: done }: CampaignProgress) => formats.share(done);
  return (
    <ScrollArea label={label}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {(
              ['start', 'end', 'open', 'exempt', 'total', 'coverage'] as const
            ).map(column => (
              <th key={column} scope="col" className={table.number}>
                {t(`report.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ref, title, start, end }) => (
            <tr key={`${ref} ${title}`}>
              <th scope="row">
                {link && ref ? (
                  <EntityRefLink entityRef={ref} title={title} />
                ) : (
                  title
                )}
              </th>
              <td className={table.number}>{share(start)}</td>
              <td className={table.number}>{share(end)}</td>
              <td className={table.number}>{formats.count(end.open)}</td>
              <td className={table.number}>{formats.count(end.exempt)}</td>
              <td className={table.number}>{formats.count(end.total)}</td>
              <td className={table.number}>{formats.share(coverageOf(end))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
