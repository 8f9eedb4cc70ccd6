import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Checkbox from '@material-ui/core/Checkbox';
import ButtonBase from '@material-ui/core/ButtonBase';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtSuggestionRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  NO_VALUE,
  SortButton,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtSeverityChip, usePriceWords } from '../../facts';
import type { ItemSelection } from '../../hooks/useItemSelection';
import type { SuggestionSort } from '../../suggestions/useSuggestionParams';
import { useSuggestionWords } from '../../suggestions/useSuggestionWords';
import { techDebtSuggestionsTranslationRef } from '../../translations/suggestions';
import {
  nextSuggestionSort,
  suggestionColumns,
  suggestionSortDirection,
  type SuggestionColumn,
} from './suggestionColumns';

const useStyles = makeStyles(theme => ({
  title: {
    minWidth: 240,
    '&&': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
  select: { width: 1, '&&': { paddingRight: 0 } },
  box: { padding: 4 },
  open: {
    font: 'inherit',
    textAlign: 'left',
    color: theme.palette.link,
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: '2px solid currentColor', outlineOffset: 2 },
  },
}));

/** Props of {@link SuggestionTable}. */
export interface SuggestionTableProps {
  suggestions: readonly DebtSuggestionRow[];
  /** Whether rows say whether they are decided: not where all of them are alike in that. */
  withState: boolean;
  sort: SuggestionSort;
  onSort: (sort: SuggestionSort) => void;
  /** Opens what speaks for one. */
  onShow: (suggestionId: string) => void;
  selection: ItemSelection<DebtSuggestionRow>;
}

/** The inbox, a row a suggestion. Its head stays in sight. */
export function SuggestionTable(props: SuggestionTableProps) {
  const { suggestions, withState, sort, onSort, onShow, selection } = props;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const classes = useStyles();
  const table = useDenseTableStyles();
  const columns = suggestionColumns.filter(
    column => withState || column !== 'state',
  );
  const chosen = suggestions.filter(({ id }) => selection.has(id)).length;
  const box = (
    label: string,
    rows: readonly DebtSuggestionRow[],
    isPart = false,
  ) => (
    <Checkbox
      size="small"
      color="primary"
      className={classes.box}
      inputProps={{ 'aria-label': label }}
      checked={rows.length > 0 && rows.every(({ id }) => selection.has(id))}
      indeterminate={isPart}
      onChange={(_, isChosen) => selection.set(rows, isChosen)}
    />
  );
  return (
    <div className={table.tall}>
      <table className={table.table} aria-label={t('title')}>
        <thead>
          <tr>
            <th scope="col" className={classes.select}>
              {box(
                t('select.page'),
                suggestions,
                chosen > 0 && chosen < suggestions.length,
              )}
            </th>
            {columns.map(column => {
              const next = nextSuggestionSort(column, sort);
              const name = t(`column.${column}`);
              return (
                <th
                  key={column}
                  scope="col"
                  aria-sort={next && suggestionSortDirection(column, sort)}
                >
                  {next ? (
                    <SortButton
                      label={name}
                      direction={suggestionSortDirection(column, sort)}
                      onSort={() => onSort(next)}
                    />
                  ) : (
                    name
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {suggestions.map(suggestion => (
            <tr
              key={suggestion.id}
              aria-selected={selection.has(suggestion.id)}
            >
              <td className={classes.select}>
                {box(t('select.item', { title: suggestion.title }), [
                  suggestion,
                ])}
              </td>
              <th scope="row" className={classes.title}>
                <ButtonBase
                  disableRipple
                  className={classes.open}
                  onClick={() => onShow(suggestion.id)}
                >
                  {suggestion.title}
                </ButtonBase>
              </th>
              {columns.slice(1).map(column => (
                <td key={column}>
                  <SuggestionCell column={column} suggestion={suggestion} />
                </td>
              ))}
            </tr>
          ))}
        </TableBody>
      </table>
    </div>
  );
}

function SuggestionCell(props: {
  column: SuggestionColumn;
  suggestion: DebtSuggestionRow;
}) {
  const { column, suggestion } = props;
  const { entity, severity, since, firstSeen, principalDays, source, state } =
    suggestion;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const formats = useFormats();
  const prices = usePriceWords();
  const words = useSuggestionWords();
  switch (column) {
    case 'entity':
      return (
        <EntityRefLink
          entityRef={entity.ref}
          title={entity.title ?? undefined}
        />
      );
    case 'severity':
      return <DebtSeverityChip severity={severity} />;
    case 'since':
      return (
        <>
          {since === null
            ? t('seenSince', { day: formats.day(firstSeen) })
            : formats.day(since)}
        </>
      );
    case 'principal':
      return (
        <>
          {principalDays === null
            ? NO_VALUE
            : prices.amount(principalDays, 'person_days')}
        </>
      );
    case 'source':
      return <>{words.source[source]}</>;
    default:
      return <>{words.state[state]}</>;
  }
}
