import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import type { OwnershipRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  SortButton,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  nextSort,
  sortDirection,
  type OwnershipSort,
  type OwnershipSortField,
} from '../../hooks/ownershipSort';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { OwnershipTableRow } from './OwnershipTableRow';

interface Column {
  label: string;
  field?: OwnershipSortField;
  isNumber?: boolean;
}

/** Props of {@link OwnershipTable}. */
export interface OwnershipTableProps {
  label: string;
  rows: readonly OwnershipRow[];
  /** Without it, the rows stand in the order that the page chose. */
  sorting?: { sort: OwnershipSort; onSort: (sort: OwnershipSort) => void };
  /** Called after a date was set. */
  onChanged: () => void;
}

/** Entities with their owner, how well they are owned and what is missing, a row each. */
export function OwnershipTable(props: OwnershipTableProps) {
  const { label, rows, sorting, onChanged } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const table = useDenseTableStyles();
  const columns: Column[] = [
    { label: t('list.entity'), field: 'name' },
    { label: t('list.kind') },
    { label: t('list.tier'), field: 'tier' },
    { label: t('list.owner') },
    { label: t('list.rungs'), field: 'rung', isNumber: true },
    { label: t('list.gaps') },
    { label: t('list.review'), field: 'reviewed' },
    { label: t('list.due'), field: 'due' },
  ];
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(column => (
              <th
                key={column.label}
                scope="col"
                className={column.isNumber ? table.number : undefined}
                aria-sort={
                  sorting && column.field
                    ? sortDirection(column.field, sorting.sort)
                    : undefined
                }
              >
                {sorting && column.field ? (
                  <SortButton
                    label={column.label}
                    direction={sortDirection(column.field, sorting.sort)}
                    onSort={() =>
                      sorting.onSort(nextSort(column.field!, sorting.sort))
                    }
                  />
                ) : (
                  column.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {rows.map(row => (
            <OwnershipTableRow key={row.ref} row={row} onChanged={onChanged} />
          ))}
        </TableBody>
      </table>
    </div>
  );
}
