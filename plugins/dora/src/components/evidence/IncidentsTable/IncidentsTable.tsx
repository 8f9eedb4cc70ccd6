import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import type {
  DoraReportQuery,
  IncidentPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExportRows,
  moveBetweenRows,
  PagedRows,
  useDenseTableStyles,
  useRowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { IncidentFilter } from '../../../hooks/useEvidenceParams';
import { useIncidentRows } from '../../../hooks/useIncidentRows';
import { useReportHead } from '../../../hooks/useReportHead';
import { doraTranslationRef } from '../../../translation';
import type { ExclusionReason } from '../../exclusions';
import { incidentCsvColumns } from '../exportColumns';
import { IncidentTableRow } from './IncidentTableRow';

const ROWS_PER_PAGE = 20;
const SKELETON_ROWS = 4;

/** Props of {@link IncidentsTable}. */
export interface IncidentsTableProps {
  entityRef: string;
  query: DoraReportQuery;
  /** IANA zone of absolute times. */
  zone: string;
  /** Whether rows say which component they belong to. */
  withComponent: boolean;
  /** Leaves out the export, for narrow places. */
  compact?: boolean;
  filter?: IncidentFilter;
  /** Only those left out for this reason. */
  exclusion?: ExclusionReason;
  /** False holds the rows back. */
  enabled: boolean;
}

/** Incidents, newest first, each with the deployment that it is tied to, or why it is tied to none. */
export function IncidentsTable(props: IncidentsTableProps) {
  const { entityRef, query, filter = 'all', exclusion, enabled } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const source = useIncidentRows(entityRef, query, { filter, exclusion });
  const pages = useRowPages(source, { rowsPerPage: ROWS_PER_PAGE, enabled });
  const head = useReportHead(entityRef, query);
  const isNarrowed = filter !== 'all' || exclusion !== undefined;
  return (
    <PagedRows
      pages={pages}
      subject={t('tab.subject')}
      label={t('incident.pages')}
      skeletonRows={SKELETON_ROWS}
      empty={isNarrowed ? t('incident.emptyFiltered') : t('incident.empty')}
      actions={page =>
        !props.compact && (
          <ExportRows
            subject={t('incident.title')}
            totalRows={page.totalItems}
            exported={{
              content: 'dora-incidents',
              scopeRef: entityRef,
              source,
              head,
              columns: () => incidentCsvColumns,
            }}
          />
        )
      }
    >
      {page => <Rows {...props} page={page} />}
    </PagedRows>
  );
}

function Rows(props: IncidentsTableProps & { page: IncidentPage }) {
  const { page, zone, withComponent } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const table = useDenseTableStyles();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('incident.title')}>
        <thead>
          <tr>
            <th scope="col">{t('incident.incident')}</th>
            <th scope="col">{t('incident.severity')}</th>
            <th scope="col">{t('incident.started')}</th>
            {withComponent && <th scope="col">{t('evidence.component')}</th>}
            <th scope="col">{t('incident.restore')}</th>
            <th scope="col">{t('incident.cause')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {page.items.map(incident => (
            <IncidentTableRow
              key={`${incident.source} ${incident.id} ${incident.entityRef}`}
              incident={incident}
              zone={zone}
              withComponent={withComponent}
            />
          ))}
        </TableBody>
      </table>
    </div>
  );
}
