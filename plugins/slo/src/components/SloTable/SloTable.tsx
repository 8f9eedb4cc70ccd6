import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type { SloStatus } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  SortButton,
  useDenseTableStyles,
  type TableView,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import { sloFleetTranslationRef } from '../../translations/fleet';
import { SloCell } from './SloCell';
import {
  nextSloSort,
  numericSloColumns,
  sloColumns,
  sloSortDirection,
  type SloColumnId,
  type SloSort,
} from './sloColumns';
import { useSloColumnNames } from './useSloColumnNames';

const useStyles = makeStyles({
  name: { minWidth: 150, '&&': { whiteSpace: 'normal' } },
  /** Words give way before figures do. */
  words: { minWidth: 88, '&&': { whiteSpace: 'normal' } },
  hint: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

const wordColumns: ReadonlySet<SloColumnId> = new Set([
  'state',
  'entity',
  'owner',
  'attainment',
  'remaining',
]);

/** Props of {@link SloTable}. */
export interface SloTableProps {
  label: string;
  rows: readonly SloStatus[];
  /** Without it, the usual columns show. */
  view?: TableView<SloColumnId>;
  /** Without it, the rows stand in the order that the page chose. */
  sorting?: { sort: SloSort; onSort: (sort: SloSort) => void };
}

/** SLOs with how they are doing, a row each. Its head stays in sight. */
export function SloTable(props: SloTableProps) {
  const { label, rows, view, sorting } = props;
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const classes = useStyles();
  const table = useDenseTableStyles();
  const names = useSloColumnNames();
  const hintId = useId();
  const columns = view?.columns ?? sloColumns.usual;
  const density = view?.density === 'compact' ? table.compact : '';
  const classOf = (column: SloColumnId) => {
    const wraps = wordColumns.has(column) ? classes.words : '';
    return numericSloColumns.has(column) ? `${table.number} ${wraps}` : wraps;
  };
  return (
    <div className={table.tall}>
      <span id={hintId} className={classes.hint}>
        {t('table.hint')}
      </span>
      <table
        className={`${table.table} ${density}`}
        aria-label={label}
        aria-describedby={hintId}
      >
        <thead>
          <tr>
            {columns.map(column => {
              const next = sorting && nextSloSort(column, sorting.sort);
              return (
                <th
                  key={column}
                  scope="col"
                  className={classOf(column)}
                  aria-sort={next && sloSortDirection(column, sorting.sort)}
                >
                  {next ? (
                    <SortButton
                      label={names[column]}
                      direction={sloSortDirection(column, sorting.sort)}
                      onSort={() => sorting.onSort(next)}
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
          {rows.map(slo => (
            <tr key={slo.ref}>
              {columns.map(column =>
                column === 'slo' ? (
                  <th key={column} scope="row" className={classes.name}>
                    <SloCell column={column} slo={slo} />
                  </th>
                ) : (
                  <td key={column} className={classOf(column)}>
                    <SloCell column={column} slo={slo} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </TableBody>
      </table>
    </div>
  );
}
