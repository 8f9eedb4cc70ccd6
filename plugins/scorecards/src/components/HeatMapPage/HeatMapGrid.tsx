import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type { HeatMapCell } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  useDenseTableStyles,
  useFormats,
  useGridFocus,
  type GridFocus,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  selectionLink,
  type LinkedSelection,
} from '../../entity/selectionLink';
import { useScorecardPaths } from '../../entity/useScorecardPaths';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { columnsByCategory } from './columnsByCategory';
import { HeatMapCellMark } from './HeatMapCellMark';
import type { HeatMapPanelProps } from './HeatMapPanel';
import { selectionOfRow, type HeatMapRow } from './rowSelection';
import { useCellText } from './useCellText';

const useStyles = makeStyles(theme => ({
  grid: {
    '& tbody th, & thead tr:first-child th:first-child': {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      backgroundColor: theme.palette.background.paper,
    },
    '& thead tr:first-child th:first-child': { zIndex: 2 },
    '& td, & thead th': { padding: theme.spacing(0.5, 0.75) },
    width: 'auto',
  },
  name: { minWidth: 150, maxWidth: 220, '&&': { whiteSpace: 'normal' } },
  category: {
    borderLeft: `1px solid ${theme.palette.divider}`,
    '&&': { textAlign: 'left', verticalAlign: 'top' },
  },
  check: {
    writingMode: 'vertical-rl',
    transform: 'rotate(180deg)',
    display: 'inline-block',
    maxHeight: 180,
    whiteSpace: 'normal',
    lineHeight: '16px',
  },
  cell: {
    display: 'block',
    padding: theme.spacing(0.25, 0.5),
    borderRadius: 4,
    textDecoration: 'none',
    '&:hover': {
      backgroundColor: theme.palette.action.hover,
      textDecoration: 'none',
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -1,
    },
  },
  total: { '& > *': { borderBottom: `2px solid ${theme.palette.divider}` } },
  hint: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
}));

/** A column for what a row comes to over all of its checks. */
const WHOLE = { checkId: undefined };

/** The rows and checks as a grid. The tab key stops once in it; arrow keys move from cell to cell. */
export function HeatMapGrid(props: HeatMapPanelProps) {
  const { heatMap, by, onNarrow } = props;
  const { scorecard, checks, rows, total } = heatMap;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const classes = useStyles();
  const table = useDenseTableStyles();
  const formats = useFormats();
  const hintId = useId();
  const groups = columnsByCategory(checks);
  const columns = groups.flatMap(group => group.columns);
  const shown = [{ ...total, title: t('heatMap.all') }, ...rows];
  const focus = useGridFocus(shown.length, columns.length + 1);
  return (
    <div className={table.tall} style={{ overflow: 'auto' }}>
      <span id={hintId} className={classes.hint}>
        {t('heatMap.hint')}
      </span>
      <table
        role="grid"
        className={`${table.table} ${classes.grid}`}
        aria-label={t('heatMap.title')}
        aria-describedby={hintId}
      >
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={classes.name}>
              {t(`heatMap.by.${by}`)}
            </th>
            <th scope="col" rowSpan={2} className={table.number}>
              {t('heatMap.entities')}
            </th>
            <th scope="col" rowSpan={2}>
              {t('heatMap.allChecks')}
            </th>
            {groups.map(({ category, columns: within }) => (
              <th
                key={category ?? ''}
                scope="colgroup"
                colSpan={within.length}
                className={classes.category}
              >
                {category ?? ''}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map(({ check }) => (
              <th key={check.checkId} scope="col" title={check.name}>
                <span className={classes.check}>{check.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <TableBody onKeyDown={focus.onKeyDown}>
          {shown.map((row, rowIndex) => {
            const isTotal = rowIndex === 0;
            const title = titleOfRow(row, t(`heatMap.noRef.${by}`), own =>
              t('heatMap.own', { title: own }),
            );
            const selection = isTotal ? {} : selectionOfRow(row, by);
            return (
              <tr
                key={`${row.ref ?? ''} ${row.isOwnOnly} ${isTotal}`}
                className={isTotal ? classes.total : undefined}
              >
                <th scope="row" className={classes.name}>
                  {by === 'group' && row.ref && !row.isOwnOnly && !isTotal ? (
                    <ActionButton
                      aria-label={t('heatMap.below', { title })}
                      onClick={() => onNarrow(row.ref!)}
                    >
                      {title}
                    </ActionButton>
                  ) : (
                    title
                  )}
                </th>
                <td className={table.number}>{formats.count(row.entities)}</td>
                {[WHOLE, ...columns.map(({ check }) => check)].map(
                  (check, column) => (
                    <td key={check.checkId ?? ''}>
                      <GridCell
                        focus={focus}
                        place={[rowIndex, column]}
                        row={title}
                        check={
                          'name' in check ? check.name : t('heatMap.allChecks')
                        }
                        cell={
                          column === 0
                            ? wholeOfRow(row)
                            : row.cells[columns[column - 1].index]
                        }
                        selection={
                          selection && {
                            ...selection,
                            scorecard: scorecard.ref,
                            check: check.checkId,
                          }
                        }
                      />
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </TableBody>
      </table>
    </div>
  );
}

function GridCell(props: {
  focus: GridFocus;
  place: [number, number];
  row: string;
  check: string;
  cell: HeatMapCell;
  selection: LinkedSelection | undefined;
}) {
  const { focus, place, row, check, cell, selection } = props;
  const classes = useStyles();
  const [search] = useSearchParams();
  const paths = useScorecardPaths();
  const label = useCellText()(row, check, cell);
  const common = {
    className: classes.cell,
    tabIndex: focus.tabIndexOf(...place),
    onFocus: focus.onFocusOf(...place),
    title: label,
    'aria-label': label,
    ...focus.placeOf(...place),
  };
  return selection && paths && cell.applicable > 0 ? (
    <Link
      {...common}
      to={selectionLink(
        paths.entities,
        {
          ...selection,
          state: selection.check && cell.failed > 0 ? 'failed' : undefined,
        },
        search,
      )}
    >
      <HeatMapCellMark cell={cell} />
    </Link>
  ) : (
    <span {...common} role="img">
      <HeatMapCellMark cell={cell} />
    </span>
  );
}

function titleOfRow(
  row: HeatMapRow,
  none: string,
  own: (title: string) => string,
): string {
  if (row.ref === null && row.title === '') {
    return none;
  }
  return row.isOwnOnly ? own(row.title) : row.title;
}

/** What a row comes to over all checks, as a cell. */
function wholeOfRow({ summary }: HeatMapRow): HeatMapCell {
  const { passing, judged, applicable, counts } = summary;
  return {
    passing,
    judged,
    applicable,
    failed: counts.failed,
    exempt: counts.exempt,
    silent: counts.not_reported + counts.error,
  };
}
