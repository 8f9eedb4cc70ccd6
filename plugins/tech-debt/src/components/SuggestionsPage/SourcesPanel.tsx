import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtSuggestionSourceList,
  DebtSuggestionSourceState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  NO_VALUE,
  NoteChip,
  Panel,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  useSuggestionWords,
  type SuggestionSourceName,
} from '../../suggestions/useSuggestionWords';
import { techDebtSuggestionsTranslationRef } from '../../translations/suggestions';

const SKELETON_ROWS = 8;

/** What debt is looked for by, and how that goes. */
export function SourcesPanel(props: {
  sources: QueryState<DebtSuggestionSourceList>;
  /** Shows what one of them found. */
  onChoose: (source: SuggestionSourceName) => void;
}) {
  const { sources, onChoose } = props;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const table = useDenseTableStyles();
  return (
    <Panel flush title={t('sources.title')}>
      <QueryView
        query={sources}
        subject={t('sources.subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
      >
        {({ items }) => (
          <div className={table.scroll}>
            <table className={table.table} aria-label={t('sources.title')}>
              <thead>
                <tr>
                  {(
                    [
                      'source',
                      'state',
                      'waiting',
                      'last',
                      'next',
                      'looked',
                    ] as const
                  ).map(column => (
                    <th
                      key={column}
                      scope="col"
                      className={column === 'waiting' ? table.number : ''}
                    >
                      {t(`sources.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map(source => (
                  <SourceRow
                    key={source.source}
                    source={source}
                    onChoose={onChoose}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryView>
    </Panel>
  );
}

function SourceRow(props: {
  source: DebtSuggestionSourceState;
  onChoose: (source: SuggestionSourceName) => void;
}) {
  const { source, onChoose } = props;
  const { openSuggestions, nextRunAt } = source;
  const { lookedAt, problemEntities } = source;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const table = useDenseTableStyles();
  const formats = useFormats();
  const words = useSuggestionWords();
  return (
    <tr>
      <th scope="row">{words.source[source.source]}</th>
      <td style={{ whiteSpace: 'normal' }}>
        <SourceStanding source={source} />
      </td>
      <td className={table.number}>
        {openSuggestions > 0 ? (
          <ActionButton onClick={() => onChoose(source.source)}>
            {formats.count(openSuggestions)}
          </ActionButton>
        ) : (
          NO_VALUE
        )}
      </td>
      <td>
        <LastRun source={source} />
      </td>
      <td>{nextRunAt ? formats.instant(nextRunAt) : NO_VALUE}</td>
      <td>
        {lookedAt === null
          ? NO_VALUE
          : t('sources.lookedAt', {
              count: lookedAt,
              n: formats.count(lookedAt),
            })}
        {problemEntities
          ? ` · ${t('sources.partly', { n: formats.count(problemEntities) })}`
          : ''}
      </td>
    </tr>
  );
}

function LastRun(props: { source: DebtSuggestionSourceState }) {
  const { lastRunAt, state } = props.source;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  if (lastRunAt) {
    return <RelativeTime instant={lastRunAt} />;
  }
  // When something was sent may not be told, so that nothing does not mean never.
  return <>{state === 'pushed' ? NO_VALUE : t('sources.never')}</>;
}

function SourceStanding(props: { source: DebtSuggestionSourceState }) {
  const { state, offBecause, problem } = props.source;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const facts = useFactStyles();
  const name = t(`sources.states.${state}`);
  switch (state) {
    case 'failing':
      return (
        <div className={facts.line}>
          <StateChip state="error" label={name} />
          {problem}
        </div>
      );
    case 'ok':
      return <StateChip state="good" label={name} />;
    case 'off':
      return (
        <div className={facts.line}>
          <NoteChip>{name}</NoteChip>
          {offBecause && t(`sources.off.${offBecause}`)}
        </div>
      );
    default:
      return <NoteChip>{name}</NoteChip>;
  }
}
