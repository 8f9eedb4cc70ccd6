import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { DescribedDebtReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  ScrollArea,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtItemLink } from '../facts';
import { techDebtReportsTranslationRef } from '../translations/reports';
import { deedsOfReport, ReportMenu } from './ReportMenu';
import type { ReportDeed } from './useReportDeeds';

const useStyles = makeStyles({
  what: {
    minWidth: 240,
    '&&': { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  },
  item: {
    minWidth: 160,
    '&&': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
});

/** What debt cost on single days, a row a report. */
export function ReportTable(props: {
  reports: readonly DescribedDebtReport[];
  /** What the table is of, for those who do not see its title. */
  label: string;
  /** All of them are of one item, which is not said with each. */
  ofItem?: boolean;
  onChoose: (deed: ReportDeed, report: DescribedDebtReport) => void;
}) {
  const { reports, label, ofItem, onChoose } = props;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const table = useDenseTableStyles();
  const classes = useStyles();
  const formats = useFormats();
  const hasDeeds = reports.some(report => deedsOfReport(report).length > 0);
  return (
    <ScrollArea label={t('rows')}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('column.what')}</th>
            <th scope="col">{t('column.day')}</th>
            <th scope="col">{t('column.where')}</th>
            <th scope="col" className={table.number}>
              {t('column.hours')}
            </th>
            <th scope="col">{t('column.team')}</th>
            {!ofItem && <th scope="col">{t('column.item')}</th>}
            {hasDeeds && <th scope="col">{t('column.deeds')}</th>}
          </tr>
        </thead>
        <tbody>
          {reports.map(report => (
            <tr key={report.id}>
              <th scope="row" className={classes.what}>
                {report.what}
              </th>
              <td>{formats.day(report.day)}</td>
              <td>
                <EntityRefLink
                  entityRef={report.entity.ref}
                  title={report.entity.title}
                />
              </td>
              <td className={table.number}>
                {formats.decimal(report.hoursLost)}
              </td>
              <td>
                {report.team ? (
                  <EntityRefLink
                    entityRef={report.team.ref}
                    title={report.team.title}
                  />
                ) : (
                  NO_VALUE
                )}
              </td>
              {!ofItem && (
                <td className={classes.item}>
                  {report.item ? (
                    <DebtItemLink itemId={report.item.id}>
                      {report.item.title}
                    </DebtItemLink>
                  ) : (
                    t('noItem')
                  )}
                </td>
              )}
              {hasDeeds && (
                <td>
                  <ReportMenu
                    report={report}
                    onChoose={deed => onChoose(deed, report)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
