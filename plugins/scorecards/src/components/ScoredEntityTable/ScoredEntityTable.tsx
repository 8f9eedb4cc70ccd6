import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type { ScoredEntity } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  SortButton,
  useDenseTableStyles,
  type TableDensity,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { ScoredEntityCell } from './ScoredEntityCell';
import {
  nextScoredEntitySort,
  numericScoredEntityColumns,
  scoredEntitySortDirection,
  type ScoredEntityColumnId,
  type ScoredEntitySort,
} from './scoredEntityColumns';
import { useScoredEntityColumnNames } from './useScoredEntityColumnNames';

const useStyles = makeStyles({
  name: { minWidth: 150, '&&': { whiteSpace: 'normal' } },
  hint: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

/** Props of {@link ScoredEntityTable}. */
export interface ScoredEntityTableProps {
  rows: readonly ScoredEntity[];
  columns: readonly ScoredEntityColumnId[];
  density: TableDensity;
  sort: ScoredEntitySort;
  onSort: (sort: ScoredEntitySort) => void;
  /** The check that the list is about: a link to an entity opens it there. */
  checkId?: string;
  /** What scorecards are called. */
  titleOf: (scorecardRef: string) => string;
}

/** Entities with their levels, a row each. Its head stays in sight. */
export function ScoredEntityTable(props: ScoredEntityTableProps) {
  const { rows, columns, density, sort, onSort, checkId, titleOf } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const classes = useStyles();
  const table = useDenseTableStyles();
  const names = useScoredEntityColumnNames();
  const hintId = useId();
  const classOf = (column: ScoredEntityColumnId) =>
    numericScoredEntityColumns.has(column) ? table.number : '';
  return (
    <div className={table.tall}>
      <span id={hintId} className={classes.hint}>
        {t('entities.hint')}
      </span>
      <table
        className={`${table.table} ${
          density === 'compact' ? table.compact : ''
        }`}
        aria-label={t('entities.title')}
        aria-describedby={hintId}
      >
        <thead>
          <tr>
            {columns.map(column => {
              const next = nextScoredEntitySort(column, sort);
              return (
                <th
                  key={column}
                  scope="col"
                  className={classOf(column)}
                  aria-sort={next && scoredEntitySortDirection(column, sort)}
                >
                  {next ? (
                    <SortButton
                      label={names[column]}
                      direction={scoredEntitySortDirection(column, sort)}
                      onSort={() => onSort(next)}
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
            <tr key={row.entityRef}>
              {columns.map(column => {
                const cell = (
                  <ScoredEntityCell
                    column={column}
                    row={row}
                    checkId={checkId}
                    titleOf={titleOf}
                  />
                );
                return column === 'entity' ? (
                  <th key={column} scope="row" className={classes.name}>
                    {cell}
                  </th>
                ) : (
                  <td key={column} className={classOf(column)}>
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
