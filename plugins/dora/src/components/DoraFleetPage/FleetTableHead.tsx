import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import {
  type FleetColumnId,
  fleetSortFields,
  numericFleetColumns,
} from './fleetColumns';
import type { FleetSort } from './fleetView';
import { useFleetColumnNames } from './useFleetColumnNames';

const useStyles = makeStyles(theme => ({
  head: {
    backgroundColor: theme.palette.background.paper,
    color: theme.palette.text.secondary,
    fontWeight: 500,
    fontSize: 12,
  },
}));

/** Props of {@link FleetTableHead}. */
export interface FleetTableHeadProps {
  columns: readonly FleetColumnId[];
  sort: FleetSort;
  /** Without it the columns only say how they are sorted. */
  onSort?: (sort: FleetSort) => void;
  cellClass: (column: FleetColumnId) => string;
}

/** The columns' names, by which rows are sorted. */
export function FleetTableHead(props: FleetTableHeadProps) {
  const { columns, sort, onSort, cellClass } = props;
  const classes = useStyles();
  const names = useFleetColumnNames();
  return (
    <TableHead>
      <TableRow>
        {columns.map(column => {
          const { name, description } = names[column];
          const direction = directionOf(column, sort);
          return (
            <TableCell
              key={column}
              className={`${cellClass(column)} ${classes.head}`}
              sortDirection={direction}
              align={numericFleetColumns.has(column) ? 'right' : 'left'}
            >
              <Described description={description}>
                {onSort && fleetSortFields[column] ? (
                  <TableSortLabel
                    active={direction !== false}
                    direction={direction || firstDirection(column)}
                    onClick={() => onSort(nextSort(column, sort))}
                  >
                    {name}
                  </TableSortLabel>
                ) : (
                  <span>{name}</span>
                )}
              </Described>
            </TableCell>
          );
        })}
      </TableRow>
    </TableHead>
  );
}

function Described(props: { description?: string; children: JSX.Element }) {
  return props.description ? (
    <Tooltip title={props.description}>{props.children}</Tooltip>
  ) : (
    props.children
  );
}

function directionOf(column: FleetColumnId, sort: FleetSort) {
  const field = fleetSortFields[column];
  if (field === undefined || sort.replace(/^-/, '') !== field) return false;
  return sort.startsWith('-') ? 'desc' : 'asc';
}

/** Names begin at A; of numbers the largest is looked for first: the slowest, the most, the latest. */
function firstDirection(column: FleetColumnId): 'asc' | 'desc' {
  return column === 'name' ? 'asc' : 'desc';
}

function nextSort(column: FleetColumnId, sort: FleetSort): FleetSort {
  const field = fleetSortFields[column]!;
  const present = directionOf(column, sort);
  const opposite = present === 'asc' ? 'desc' : 'asc';
  const next = present === false ? firstDirection(column) : opposite;
  return next === 'desc' ? `-${field}` : field;
}
