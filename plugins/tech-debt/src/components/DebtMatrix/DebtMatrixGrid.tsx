import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import { alpha, makeStyles } from '@material-ui/core/styles';
import type { DebtMatrix } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ScrollArea,
  useFormats,
  useGridFocus,
  useOpmodelPalette,
  type GridFocus,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import { useSearchParams } from 'react-router-dom';
import { registerLink } from '../../entity/registerLink';
import { useTechDebtPaths } from '../../entity/useTechDebtPaths';
import { techDebtPlacesTranslationRef } from '../../translations/places';

/** From the worst down, so that what is bad and likely stands at the upper right. */
const IMPACTS = [5, 4, 3, 2, 1] as const;
const LIKELIHOODS = [1, 2, 3, 4, 5] as const;
const HIGHEST_RISK = 25;
/** Of the ground of the riskiest cell; text on it keeps its contrast. */
const STRONGEST = 0.28;

const useStyles = makeStyles(theme => ({
  grid: {
    width: '100%',
    minWidth: 320,
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: 3,
    fontSize: 13,
    color: theme.palette.text.primary,
    fontVariantNumeric: 'tabular-nums',
    '& th': {
      fontWeight: 500,
      fontSize: 12,
      color: theme.palette.text.secondary,
      padding: theme.spacing(0.5),
    },
    '& td': { padding: 0 },
  },
  side: { width: 68, textAlign: 'left' },
  // Columns are too narrow for the word there, and the corner says it.
  word: {
    '@media (max-width: 600px)': {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  cell: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    height: 52,
    borderRadius: 4,
    color: theme.palette.text.primary,
    textDecoration: 'none',
    border: `1px solid ${theme.palette.divider}`,
    '&:hover': { textDecoration: 'none' },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
  items: { fontSize: 18, lineHeight: '22px', fontWeight: 600 },
  risk: { fontSize: 11, lineHeight: '14px' },
  hint: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
}));

/** The matrix as a grid. The tab key stops once in it; arrow keys move from cell to cell. */
export function DebtMatrixGrid(props: { matrix: DebtMatrix }) {
  const { matrix } = props;
  const { t } = useTranslationRef(techDebtPlacesTranslationRef);
  const classes = useStyles();
  const hintId = useId();
  const focus = useGridFocus(IMPACTS.length, LIKELIHOODS.length);
  const countOf = (impact: number, likelihood: number) =>
    matrix.cells.find(
      cell => cell.impact === impact && cell.likelihood === likelihood,
    )?.items ?? 0;
  return (
    <ScrollArea label={t('matrix.corner')}>
      <span id={hintId} className={classes.hint}>
        {t('matrix.hint')}
      </span>
      <table
        role="grid"
        className={classes.grid}
        aria-label={t('matrix.title')}
        aria-describedby={hintId}
      >
        <thead>
          <tr>
            <th scope="col" className={classes.side}>
              {t('matrix.corner')}
            </th>
            {LIKELIHOODS.map(likelihood => (
              <th key={likelihood} scope="col">
                <span className={classes.word}>{t('matrix.likelihood')}</span>{' '}
                {likelihood}
              </th>
            ))}
          </tr>
        </thead>
        <TableBody onKeyDown={focus.onKeyDown}>
          {IMPACTS.map((impact, row) => (
            <tr key={impact}>
              <th scope="row" className={classes.side}>
                {t('matrix.impact')} {impact}
              </th>
              {LIKELIHOODS.map((likelihood, column) => (
                <td key={likelihood}>
                  <MatrixCell
                    focus={focus}
                    place={[row, column]}
                    impact={impact}
                    likelihood={likelihood}
                    items={countOf(impact, likelihood)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </TableBody>
      </table>
    </ScrollArea>
  );
}

function MatrixCell(props: {
  focus: GridFocus;
  place: [number, number];
  impact: number;
  likelihood: number;
  items: number;
}) {
  const { focus, place, impact, likelihood, items } = props;
  const { t } = useTranslationRef(techDebtPlacesTranslationRef);
  const classes = useStyles();
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const [search] = useSearchParams();
  const paths = useTechDebtPaths();
  const risk = impact * likelihood;
  const label = t('matrix.cell', {
    impact: String(impact),
    likelihood: String(likelihood),
    risk: String(risk),
    items: t('matrix.items', { count: items }),
  });
  const common = {
    className: classes.cell,
    style: {
      backgroundColor: alpha(
        palette.series.debt,
        (STRONGEST * risk) / HIGHEST_RISK,
      ),
    },
    tabIndex: focus.tabIndexOf(...place),
    onFocus: focus.onFocusOf(...place),
    'aria-label': label,
    title: label,
    ...focus.placeOf(...place),
  };
  // What is seen of a link is a part of its name, so that it can be called by it: the risk of a cell with items stands in the name alone.
  const content =
    items === 0 ? (
      <span className={classes.risk}>
        {t('matrix.risk', { risk: String(risk) })}
      </span>
    ) : (
      <span className={classes.items}>{formats.count(items)}</span>
    );
  return items > 0 && paths ? (
    <Link
      {...common}
      to={registerLink(
        paths.root,
        { impact: String(impact), likelihood: String(likelihood) },
        search,
      )}
    >
      {content}
    </Link>
  ) : (
    <span {...common} role="img">
      {content}
    </span>
  );
}
