import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DeploymentPage,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  NewestFirstPaging,
  QueryView,
  RowsSkeleton,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  DEPLOYMENTS_PER_PAGE,
  useDeploymentPages,
} from '../../../hooks/useDeploymentPages';
import type { DeploymentFilter } from '../../../hooks/useEvidenceParams';
import { doraTranslationRef } from '../../../translation';
import type { ExclusionReason } from '../../exclusions';
import { deploymentCsvColumns } from '../exportColumns';
import { ExportRowsButton } from '../ExportRowsButton';
import { DeploymentRows } from './DeploymentRows';

const useStyles = makeStyles(theme => ({
  pad: { padding: theme.spacing(0, 2, 2) },
  empty: {
    padding: theme.spacing(1, 2, 2),
    fontSize: 13,
    color: theme.palette.text.secondary,
  },
}));

const SKELETON_ROWS = 6;

/** Props of {@link DeploymentsTable}. */
export interface DeploymentsTableProps {
  entityRef: string;
  query: DoraReportQuery;
  /** IANA zone of absolute times. */
  zone: string;
  /** Whether rows say which component they belong to. */
  withComponent: boolean;
  /** Leaves out commit and result, for narrow places. */
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
  const classes = useStyles();
  const pages = useDeploymentPages(
    entityRef,
    query,
    { filter, exclusion },
    enabled,
  );
  const emptyText = () => {
    if (exclusion) {
      return t('evidence.emptyFiltered');
    }
    return filter === 'all' ? t('evidence.empty') : t('evidence.emptyOfFilter');
  };
  return (
    <QueryView
      query={pages.page}
      subject={t('tab.subject')}
      skeleton={
        <div className={classes.pad}>
          <RowsSkeleton rows={SKELETON_ROWS} />
        </div>
      }
    >
      {page =>
        page.items.length === 0 ? (
          <div className={classes.empty}>{emptyText()}</div>
        ) : (
          <>
            <Rows {...props} page={page} />
            <NewestFirstPaging
              label={t('evidence.pages')}
              page={page}
              pages={pages}
              actions={
                !props.compact && (
                  <ExportRowsButton
                    name="dora-deployments"
                    columns={deploymentCsvColumns}
                    rows={page.items}
                  />
                )
              }
              rowsPerPage={DEPLOYMENTS_PER_PAGE}
            />
          </>
        )
      }
    </QueryView>
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
