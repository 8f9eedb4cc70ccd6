import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtSuggestionPage,
  DebtSuggestionRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  CopyLinkButton,
  EmptyState,
  PagedRows,
  Panel,
  useFactStyles,
  useSectionStyles,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { useItemSelection } from '../../hooks/useItemSelection';
import {
  MAX_DECIDED,
  useSuggestionDecisions,
} from '../../suggestions/useSuggestionDecisions';
import type { SuggestionParams } from '../../suggestions/useSuggestionParams';
import { techDebtSuggestionsTranslationRef } from '../../translations/suggestions';
import { DecisionResult } from './DecisionResult';
import { DismissDialog } from './DismissDialog';
import { SuggestionTable } from './SuggestionTable';

const SKELETON_ROWS = 10;

/** The suggestions that filters select, a page at a time, to be decided one by one or together. */
export function SuggestionPanel(props: {
  params: SuggestionParams;
  pages: RowPages<DebtSuggestionPage>;
  onDecided: () => void;
}) {
  const { params, pages, onDecided } = props;
  const { choice, choose, query, isFiltered, clear } = params;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const facts = useFactStyles();
  const sections = useSectionStyles();
  const { sort: _, ...filters } = query;
  const selection = useItemSelection<DebtSuggestionRow>(
    JSON.stringify(filters),
  );
  const [isDismissing, setDismissing] = useState(false);
  const many = useSuggestionDecisions(() => {
    setDismissing(false);
    selection.clear();
    onDecided();
  });
  const count = selection.items.length;
  const isEmpty = pages.page.data?.totalItems === 0;
  return (
    <div className={sections.page}>
      {many.decided && (
        <DecisionResult decided={many.decided} onDismiss={many.dismiss} />
      )}
      <Panel flush title={t('title')} actions={<CopyLinkButton />}>
        {count > 0 && (
          <div className={facts.line} style={{ padding: '4px 16px' }}>
            <span role="status">{t('select.chosen', { count })}</span>
            {count > MAX_DECIDED ? (
              t('select.most', { n: String(MAX_DECIDED) })
            ) : (
              <>
                <ActionButton
                  variant="outlined"
                  aria-disabled={many.running}
                  onClick={() =>
                    many.decide(selection.items, { deed: 'promote' })
                  }
                >
                  {t('deed.promote')}
                </ActionButton>
                <ActionButton
                  variant="outlined"
                  onClick={() => setDismissing(true)}
                >
                  {t('deed.dismiss')}
                </ActionButton>
              </>
            )}
            <ActionButton onClick={selection.clear}>
              {t('select.clear')}
            </ActionButton>
            {many.error && !isDismissing && (
              <span role="alert">
                {t('drawer.failed', { message: many.error.message })}
              </span>
            )}
          </div>
        )}
        {isEmpty ? (
          <NoSuggestions isFiltered={isFiltered} onClear={clear} />
        ) : (
          <PagedRows
            sorted
            pages={pages}
            subject={t('subject')}
            label={t('pages')}
            skeletonRows={SKELETON_ROWS}
            empty={t('empty.filteredText')}
          >
            {page => (
              <SuggestionTable
                suggestions={page.items}
                withState={choice.state === 'all'}
                sort={choice.sort}
                onSort={sort => choose({ sort })}
                onShow={shown => choose({ shown })}
                selection={selection}
              />
            )}
          </PagedRows>
        )}
      </Panel>
      {isDismissing && (
        <DismissDialog
          title={t('dismiss.titleMany', { count })}
          running={many.running}
          error={many.error}
          onSubmit={reason =>
            many.decide(selection.items, { deed: 'dismiss', reason })
          }
          onClose={() => setDismissing(false)}
        />
      )}
    </div>
  );
}

function NoSuggestions(props: { isFiltered: boolean; onClear: () => void }) {
  const { isFiltered, onClear } = props;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  return isFiltered ? (
    <EmptyState
      title={t('empty.filteredTitle')}
      description={t('empty.filteredText')}
      step={{ text: t('empty.filteredStep') }}
      action={
        <ActionButton variant="outlined" onClick={onClear}>
          {t('empty.clear')}
        </ActionButton>
      }
    />
  ) : (
    <EmptyState
      title={t('empty.title')}
      description={t('empty.text')}
      step={{ text: t('empty.step') }}
    />
  );
}
