import { makeStyles } from '@material-ui/core/styles';

/**
 * The look of a table of figures: dense, aligned, figures of equal width.
 *
 * `scroll` wraps the table where it may be wider than its place, `tall` one that is
 * longer than the page as well, whose head stays in sight; `table` is the table,
 * `compact` one with rows near to each other, `number` a right-aligned cell, `quiet`
 * text that steps back.
 */
export const useDenseTableStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto', '@media print': { overflow: 'visible' } },
  tall: {
    overflow: 'auto',
    maxHeight: 'max(420px, calc(100vh - 220px))',
    '@media print': { maxHeight: 'none', overflow: 'visible' },
    '& thead th': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      backgroundColor: theme.palette.background.paper,
      // The border of a collapsed table does not go along with a head that stays.
      boxShadow: `inset 0 -1px ${theme.palette.divider}`,
    },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: 13,
    lineHeight: '20px',
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.primary,
    '& th, & td': {
      padding: theme.spacing(0.75, 1.5),
      textAlign: 'left',
      verticalAlign: 'middle',
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& thead th': {
      fontSize: 12,
      lineHeight: '16px',
      fontWeight: 500,
      whiteSpace: 'normal',
      verticalAlign: 'bottom',
      color: theme.palette.text.secondary,
    },
    '& th:first-child, & td:first-child': { paddingLeft: theme.spacing(2) },
    '& th:last-child, & td:last-child': { paddingRight: theme.spacing(2) },
    '& tbody tr:last-child > *': { borderBottom: 'none' },
    '& tbody th': { fontWeight: 500 },
    '& $number': { textAlign: 'right' },
  },
  compact: { '& tbody th, & tbody td': { paddingTop: 1, paddingBottom: 1 } },
  number: {},
  quiet: { color: theme.palette.text.secondary },
}));
