import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DoraReportQuery,
  IncidentPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  NewestFirstPaging,
  QueryView,
  RowsSkeleton,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { IncidentFilter } from '../../../hooks/useEvidenceParams';
import {
  INCIDENTS_PER_PAGE,
  useIncidentPages,
} from '../../../hooks/useIncidentPages';
import { doraTranslationRef } from '../../../translation';
import type { ExclusionReason } from '../../exclusions';
import { incidentCsvColumns } from '../exportColumns';
import { ExportRowsButton } from '../ExportRowsButton';
import { IncidentTableRow } from './IncidentTableRow';

const useStyles = makeStyles(theme => ({
  pad: { padding: theme.spacing(0, 2, 2) },
  empty: {
    padding: theme.spacing(1, 2, 2),
    fontSize: 13,
    color: theme.palette.text.secondary,
  },
}));

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
  const classes = useStyles();
  const pages = useIncidentPages(
    entityRef,
    query,
    { filter, exclusion },
    enabled,
  );
  const isNarrowed = filter !== 'all' || exclusion !== undefined;
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
          <div className={classes.empty}>
            {isNarrowed ? t('incident.emptyFiltered') : t('incident.empty')}
          </div>
        ) : (
          <>
            <Rows {...props} page={page} />
            <NewestFirstPaging
              label={t('incident.pages')}
              page={page}
              pages={pages}
              actions={
                !props.compact && (
                  <ExportRowsButton
                    name="dora-incidents"
                    columns={incidentCsvColumns}
                    rows={page.items}
                  />
                )
              }
              rowsPerPage={INCIDENTS_PER_PAGE}
            />
          </>
        )
      }
    </QueryView>
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
