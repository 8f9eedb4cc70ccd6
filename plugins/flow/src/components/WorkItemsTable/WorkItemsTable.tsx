import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import type { WorkItemRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExportRows,
  moveBetweenRows,
  PagedRows,
  RelativeTime,
  useDenseTableStyles,
  useFormats,
  useRowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useFlowTabPath } from '../../entity/useFlowTabPath';
import type { FlowQuery, WorkItemFilter } from '../../hooks/flowQuery';
import { useReportHead } from '../../hooks/useReportHead';
import { useWorkItemRows } from '../../hooks/useWorkItemRows';
import { flowTranslationRef } from '../../translation';
import { workItemCsvColumns } from '../export/flowExport';
import { useCategoryNames } from '../useCategoryNames';

const ROWS_PER_PAGE = 20;
const SKELETON_ROWS = 6;

/** Props of {@link WorkItemsTable}. */
export interface WorkItemsTableProps {
  entityRef: string;
  query: FlowQuery;
  filter: WorkItemFilter;
  /** IANA zone of absolute times. */
  zone: string;
  /** Whether rows say which component they belong to. */
  withComponent: boolean;
}

/** Work items a page at a time, each with the way out to where it is tracked. */
export function WorkItemsTable(props: WorkItemsTableProps) {
  const { entityRef, query, filter } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const source = useWorkItemRows(entityRef, query, filter);
  const pages = useRowPages(source, { rowsPerPage: ROWS_PER_PAGE });
  const head = useReportHead(entityRef, query);
  return (
    <PagedRows
      pages={pages}
      subject={t('tab.subject')}
      label={t('items.pages')}
      skeletonRows={SKELETON_ROWS}
      empty={t('items.empty')}
      actions={page => (
        <ExportRows
          subject={t('items.title')}
          totalRows={page.totalItems}
          exported={{
            content: 'flow-items',
            scopeRef: entityRef,
            source,
            head,
            columns: () => workItemCsvColumns,
          }}
        />
      )}
    >
      {page => <Rows {...props} items={page.items} />}
    </PagedRows>
  );
}

function Rows(props: WorkItemsTableProps & { items: WorkItemRow[] }) {
  const { items, zone, withComponent } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const table = useDenseTableStyles();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('items.title')}>
        <thead>
          <tr>
            <th scope="col">{t('items.item')}</th>
            {withComponent && <th scope="col">{t('items.component')}</th>}
            <th scope="col">{t('items.category')}</th>
            <th scope="col">{t('items.state')}</th>
            <th scope="col">{t('items.created')}</th>
            <th scope="col" className={table.number}>
              {t('items.duration')}
            </th>
            <th scope="col" className={table.number}>
              {t('items.blockedFor')}
            </th>
            <th scope="col">{t('items.period')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {items.map(item => (
            <Row
              key={`${item.source} ${item.id} ${item.entityRef}`}
              item={item}
              zone={zone}
              withComponent={withComponent}
            />
          ))}
        </TableBody>
      </table>
    </div>
  );
}

function Row(props: {
  item: WorkItemRow;
  zone: string;
  withComponent: boolean;
}) {
  const { item, zone, withComponent } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const tabPath = useFlowTabPath();
  const names = useCategoryNames();
  const title = item.title ?? item.id;
  const end = item.completedAt ?? item.cancelledAt;
  return (
    <tr>
      <th scope="row">
        {item.url ? <Link to={item.url}>{title}</Link> : title}
      </th>
      {withComponent && (
        <td>
          <Link to={tabPath(item.entityRef)}>{item.entityTitle}</Link>
        </td>
      )}
      <td>{names[item.category]}</td>
      <td>
        {item.state}{' '}
        {item.reopened > 0 && (
          <span className={table.quiet}>
            {t('items.reopenedTimes', { count: item.reopened })}
          </span>
        )}
      </td>
      <td>
        {item.createdAt ? (
          <RelativeTime instant={item.createdAt} zone={zone} />
        ) : (
          <span className={table.quiet}>{t('items.unknown')}</span>
        )}
      </td>
      <td className={table.number}>
        {end === null
          ? t('items.age', { age: formats.duration(item.ageSeconds) })
          : formats.duration(item.cycleSeconds)}
      </td>
      <td className={table.number}>{formats.duration(item.blockedSeconds)}</td>
      <td>{item.committedPeriod ?? <span className={table.quiet}>–</span>}</td>
    </tr>
  );
}
