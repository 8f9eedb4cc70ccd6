import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { DescribedDebtReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  errorStatus,
  NO_VALUE,
  PagedRows,
  Panel,
  ScrollArea,
  useDenseTableStyles,
  useFormats,
  useOpmodelApi,
  useRowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtItemLink } from '../../facts';
import { techDebtFlowTranslationRef } from '../../translations/flow';

const REPORTS_PER_PAGE = 10;

const useStyles = makeStyles({
  what: { minWidth: 240, '&&': { whiteSpace: 'normal' } },
});

/** What debt cost in a scope on single days, as teams reported it. */
export function ReportsPanel(props: { scopeRef: string }) {
  const { scopeRef } = props;
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const api = useOpmodelApi();
  const pages = useRowPages(
    {
      filter: { scope: scopeRef },
      requestPage: (page, signal) =>
        api.listDebtReports({ scope: scopeRef, ...page }, { signal }),
    },
    { rowsPerPage: REPORTS_PER_PAGE },
  );
  const { phase, error } = pages.page;
  // An engine of an earlier version keeps no reports: that is no error of the page.
  if (phase === 'failed' && errorStatus(error) === 404) {
    return null;
  }
  return (
    <Panel flush title={t('reports.title')}>
      <PagedRows
        quietOnOnePage
        pages={pages}
        subject={t('reports.subject')}
        label={t('reports.pages')}
        skeletonRows={3}
        empty={t('reports.none')}
      >
        {page => <ReportTable reports={page.items} />}
      </PagedRows>
    </Panel>
  );
}

function ReportTable(props: { reports: readonly DescribedDebtReport[] }) {
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const table = useDenseTableStyles();
  const classes = useStyles();
  const formats = useFormats();
  return (
    <ScrollArea label={t('reports.rows')}>
      <table className={table.table} aria-label={t('reports.title')}>
        <thead>
          <tr>
            <th scope="col">{t('reports.what')}</th>
            <th scope="col">{t('reports.day')}</th>
            <th scope="col">{t('reports.where')}</th>
            <th scope="col" className={table.number}>
              {t('reports.hours')}
            </th>
            <th scope="col">{t('reports.team')}</th>
            <th scope="col">{t('reports.item')}</th>
          </tr>
        </thead>
        <tbody>
          {props.reports.map(report => (
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
              <td>
                {report.item ? (
                  <DebtItemLink itemId={report.item.id}>
                    {report.item.title}
                  </DebtItemLink>
                ) : (
                  t('reports.noItem')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
