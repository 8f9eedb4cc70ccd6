import TableBody from '@material-ui/core/TableBody';
import type { OwnershipRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  SortButton,
  useDenseTableStyles,
  type TableView,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  nextSort,
  sortDirection,
  type OwnershipSort,
} from '../../hooks/ownershipSort';
import { OwnershipCell } from './OwnershipCell';
import {
  ownershipSortFields,
  ownershipTable,
  type OwnershipColumnId,
} from './ownershipColumns';
import { useOwnershipColumnNames } from './useOwnershipColumnNames';

/** Props of {@link OwnershipTable}. */
export interface OwnershipTableProps {
  label: string;
  rows: readonly OwnershipRow[];
  /** Without it, the usual columns show. */
  view?: TableView<OwnershipColumnId>;
  /** Without it, the rows stand in the order that the page chose. */
  sorting?: { sort: OwnershipSort; onSort: (sort: OwnershipSort) => void };
  /** Called after a date was set. */
  onChanged: () => void;
}

/** Entities with their owner, how well they are owned and what is missing, a row each. Its head stays in sight. */
export function OwnershipTable(props: OwnershipTableProps) {
  const { label, rows, view, sorting, onChanged } = props;
  const table = useDenseTableStyles();
  const names = useOwnershipColumnNames();
  const columns = view?.columns ?? ownershipTable.usual;
  const density = view?.density === 'compact' ? table.compact : '';
  return (
    <div className={table.tall}>
      <table className={`${table.table} ${density}`} aria-label={label}>
        <thead>
          <tr>
            {columns.map(column => {
              const field = sorting && ownershipSortFields[column];
              const direction = field && sortDirection(field, sorting.sort);
              return (
                <th
                  key={column}
                  scope="col"
                  className={numberClass(column, table.number)}
                  aria-sort={direction}
                >
                  {field && direction ? (
                    <SortButton
                      label={names[column]}
                      direction={direction}
                      onSort={() =>
                        sorting.onSort(nextSort(field, sorting.sort))
                      }
                    />
                  ) : (
                    names[column]
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {rows.map(row => (
            <tr key={row.ref}>
              {columns.map(column => {
                const cell = (
                  <OwnershipCell
                    column={column}
                    row={row}
                    onChanged={onChanged}
                  />
                );
                return column === 'entity' ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td
                    key={column}
                    className={numberClass(column, table.number)}
                  >
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </TableBody>
      </table>
    </div>
  );
}

function numberClass(column: OwnershipColumnId, number: string) {
  return column === 'rungs' ? number : undefined;
}
