import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtItemRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  SortButton,
  useDenseTableStyles,
  type TableDensity,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import type { ItemSelection } from '../../hooks/useItemSelection';
import { techDebtRegisterTranslationRef } from '../../translations/register';
import { RegisterCell } from './RegisterCell';
import {
  nextRegisterSort,
  numericRegisterColumns,
  registerSortDirection,
  type RegisterColumnId,
  type RegisterSort,
} from './registerColumns';
import { useRegisterColumnNames } from './useRegisterColumnNames';

/** Columns of several words or several lines. */
const wrapping: ReadonlySet<RegisterColumnId> = new Set([
  'on',
  'owner',
  'target',
]);

const useStyles = makeStyles({
  title: { minWidth: 190, '&&': { whiteSpace: 'normal' } },
  wraps: { minWidth: 96, '&&': { whiteSpace: 'normal' } },
  select: { width: 1, '&&': { paddingRight: 0 } },
  box: { padding: 4 },
  hint: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

/** Props of {@link RegisterTable}. */
export interface RegisterTableProps {
  items: readonly DebtItemRow[];
  columns: readonly RegisterColumnId[];
  density: TableDensity;
  sort: RegisterSort;
  onSort: (sort: RegisterSort) => void;
  selection: ItemSelection;
}

/** The register, a row an item. Its head stays in sight. What interests come to together is told nowhere: items may cost the same hours. */
export function RegisterTable(props: RegisterTableProps) {
  const { items, columns, density, sort, onSort, selection } = props;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const classes = useStyles();
  const table = useDenseTableStyles();
  const names = useRegisterColumnNames();
  const hintId = useId();
  const classOf = (column: RegisterColumnId) => {
    if (numericRegisterColumns.has(column)) {
      return table.number;
    }
    return wrapping.has(column) ? classes.wraps : '';
  };
  return (
    <div className={table.tall}>
      <span id={hintId} className={classes.hint}>
        {t('hint')}
      </span>
      <table
        className={`${table.table} ${
          density === 'compact' ? table.compact : ''
        }`}
        aria-label={t('title')}
        aria-describedby={hintId}
      >
        <thead>
          <tr>
            <th scope="col" className={classes.select}>
              <PageBox items={items} selection={selection} />
            </th>
            {columns.map(column => {
              const next = nextRegisterSort(column, sort);
              return (
                <th
                  key={column}
                  scope="col"
                  className={classOf(column)}
                  aria-sort={next && registerSortDirection(column, sort)}
                >
                  {next ? (
                    <SortButton
                      label={names[column]}
                      direction={registerSortDirection(column, sort)}
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
          {items.map(item => (
            <tr key={item.id} aria-selected={selection.has(item.id)}>
              <td className={classes.select}>
                <Checkbox
                  size="small"
                  color="primary"
                  className={classes.box}
                  inputProps={{
                    'aria-label': t('select.item', { title: item.title }),
                  }}
                  checked={selection.has(item.id)}
                  onChange={(_, chosen) => selection.set([item], chosen)}
                />
              </td>
              {columns.map(column => {
                const cell = <RegisterCell column={column} item={item} />;
                return column === 'title' ? (
                  <th key={column} scope="row" className={classes.title}>
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

/** Selects the whole page. */
function PageBox(props: Pick<RegisterTableProps, 'items' | 'selection'>) {
  const { items, selection } = props;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const classes = useStyles();
  const chosen = items.filter(({ id }) => selection.has(id)).length;
  return (
    <Checkbox
      size="small"
      color="primary"
      className={classes.box}
      inputProps={{ 'aria-label': t('select.page') }}
      checked={chosen > 0 && chosen === items.length}
      indeterminate={chosen > 0 && chosen < items.length}
      onChange={(_, all) => selection.set(items, all)}
    />
  );
}
