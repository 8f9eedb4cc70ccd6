import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import type {
  DeploymentPage,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExportRows,
  moveBetweenRows,
  PagedRows,
  useDenseTableStyles,
  useRowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useDeploymentRows } from '../../../hooks/useDeploymentRows';
import type { DeploymentFilter } from '../../../hooks/useEvidenceParams';
import { useReportHead } from '../../../hooks/useReportHead';
import { doraTranslationRef } from '../../../translation';
import type { ExclusionReason } from '../../exclusions';
import { deploymentCsvColumns } from '../exportColumns';
import { DeploymentRows } from './DeploymentRows';

const ROWS_PER_PAGE = 20;
const SKELETON_ROWS = 6;

/** Props of {@link DeploymentsTable}. */
export interface DeploymentsTableProps {
  entityRef: string;
  query: DoraReportQuery;
  /** IANA zone of absolute times. */
  zone: string;
  /** Whether rows say which component they belong to. */
  withComponent: boolean;
  /** Leaves out commit, result and export, for narrow places. */
  compact?: boolean;
  /** Only those that failed, or that are rework. Default: all. */
  filter?: DeploymentFilter;
  /** Only those left out for this reason, or carrying a change left out for it. */
  exclusion?: ExclusionReason;
  /** False holds the rows back. */
  enabled: boolean;
}

/** Deployments, newest first, each with the changes it carries. */
export function DeploymentsTable(props: DeploymentsTableProps) {
  const { entityRef, query, filter = 'all', exclusion, enabled } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const source = useDeploymentRows(entityRef, query, { filter, exclusion });
  const pages = useRowPages(source, { rowsPerPage: ROWS_PER_PAGE, enabled });
  const head = useReportHead(entityRef, query);
  const emptyText = () => {
    if (exclusion) {
      return t('evidence.emptyFiltered');
    }
    return filter === 'all' ? t('evidence.empty') : t('evidence.emptyOfFilter');
  };
  return (
    <PagedRows
      pages={pages}
      subject={t('tab.subject')}
      label={t('evidence.pages')}
      skeletonRows={SKELETON_ROWS}
      empty={emptyText()}
      actions={page =>
        !props.compact && (
          <ExportRows
            subject={t('evidence.title')}
            totalRows={page.totalItems}
            exported={{
              content: 'dora-deployments',
              scopeRef: entityRef,
              source,
              head,
              columns: () => deploymentCsvColumns,
            }}
          />
        )
      }
    >
      {page => <Rows {...props} page={page} />}
    </PagedRows>
  );
}

function Rows(props: DeploymentsTableProps & { page: DeploymentPage }) {
  const { page, zone, withComponent, compact, exclusion } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const table = useDenseTableStyles();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('evidence.title')}>
        <thead>
          <tr>
            <th scope="col">{t('evidence.deployment')}</th>
            <th scope="col">{t('evidence.finished')}</th>
            {withComponent && <th scope="col">{t('evidence.component')}</th>}
            <th scope="col">{t('evidence.environment')}</th>
            {!compact && <th scope="col">{t('evidence.result')}</th>}
            <th scope="col" className={table.number}>
              {t('evidence.changes')}
            </th>
            <th scope="col">{t('evidence.counted')}</th>
            <th scope="col">{t('evidence.verdict')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {page.items.map(deployment => (
            <DeploymentRows
              key={`${deployment.source} ${deployment.id} ${deployment.entityRef}`}
              deployment={deployment}
              zone={zone}
              withComponent={withComponent}
              compact={compact}
              exclusion={exclusion}
            />
          ))}
        </TableBody>
      </table>
    </div>
  );
}
