import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { DoraFleetPage } from '@opmodel/backstage-plugin-opmodel-common';
import { moveBetweenRows } from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';
import { FleetCell } from './FleetCell';
import { type FleetColumnId, numericFleetColumns } from './fleetColumns';
import { FleetTableHead } from './FleetTableHead';
import type { FleetSort, FleetView } from './fleetView';

const useStyles = makeStyles(theme => ({
  container: {
    maxHeight: 'max(420px, calc(100vh - 220px))',
    '@media print': { maxHeight: 'none', overflow: 'visible' },
  },
  cell: {
    padding: theme.spacing(1.25, 1.5),
    whiteSpace: 'nowrap',
    fontSize: 13,
    '&:first-child': { paddingLeft: theme.spacing(2) },
  },
  compact: { paddingTop: 2, paddingBottom: 2 },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  hint: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
}));

/** Props of {@link FleetTable}. */
export interface FleetTableProps {
  view: FleetView;
  page: DoraFleetPage;
  onSort: (sort: FleetSort) => void;
}

/** One page of the fleet, a row a component. */
export function FleetTable(props: FleetTableProps) {
  const { view, page, onSort } = props;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const classes = useStyles();
  const cellClass = useCellClass(view.density === 'compact');
  const hintId = useId();
  return (
    <TableContainer className={classes.container}>
      <span id={hintId} className={classes.hint}>
        {t('table.keyboardHint')}
      </span>
      <Table
        stickyHeader
        size="small"
        aria-label={t('table.label')}
        aria-describedby={hintId}
      >
        <FleetTableHead
          columns={view.columns}
          sort={view.sort}
          onSort={onSort}
          cellClass={cellClass}
        />
        <TableBody onKeyDown={moveBetweenRows}>
          {page.items.map(row => (
            <TableRow key={row.entityRef} hover>
              {view.columns.map(column => (
                <TableCell
                  key={column}
                  className={cellClass(column)}
                  {...(column === 'name' && { component: 'th', scope: 'row' })}
                >
                  <FleetCell
                    column={column}
                    row={row}
                    window={view.window}
                    profile={view.profile}
                    zone={page.window.zone}
                  />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

/** The place of the table while its rows are on their way, of the same size. */
export function FleetTableSkeleton(props: { view: FleetView }) {
  const { columns, rowsPerPage, density, sort } = props.view;
  const classes = useStyles();
  const cellClass = useCellClass(density === 'compact');
  return (
    <TableContainer className={classes.container} aria-hidden="true">
      <Table stickyHeader size="small">
        <FleetTableHead columns={columns} sort={sort} cellClass={cellClass} />
        <TableBody>
          {Array.from({ length: Math.min(rowsPerPage, 20) }, (_, row) => (
            <TableRow key={row}>
              {columns.map(column => (
                <TableCell key={column} className={cellClass(column)}>
                  <Skeleton width={column === 'name' ? 140 : 72} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function useCellClass(compact: boolean): (column: FleetColumnId) => string {
  const classes = useStyles();
  return column =>
    [
      classes.cell,
      compact ? classes.compact : '',
      numericFleetColumns.has(column) ? classes.number : '',
    ].join(' ');
}
