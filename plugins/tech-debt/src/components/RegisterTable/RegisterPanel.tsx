import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  MAX_BULK_ITEMS,
  useBulkChange,
  type BulkChange,
} from '../../hooks/useBulkChange';
import {
  ActionButton,
  ColumnChooser,
  CopyLinkButton,
  DensitySwitch,
  EmptyState,
  PagedRows,
  Panel,
  useFactStyles,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useRegister } from '../../hooks/fleetQueries';
import {
  useItemSelection,
  type ItemSelection,
} from '../../hooks/useItemSelection';
import type { RegisterParams } from '../../hooks/useRegisterParams';
import { techDebtRegisterTranslationRef } from '../../translations/register';
import { BulkDialog, BulkResult } from '../BulkEdit';
import { SavedViews } from '../SavedViews';
import { RegisterExport } from './RegisterExport';
import { RegisterTable } from './RegisterTable';
import { registerColumns } from './registerColumns';
import { useRegisterColumnNames } from './useRegisterColumnNames';

const SKELETON_ROWS = 12;

/** The items that filters select, a page at a time: to look through, to change together, and to take along as a file. */
export function RegisterPanel(props: {
  params: RegisterParams;
  /** Called after items were changed. */
  onChanged: () => void;
}) {
  const { params, onChanged } = props;
  const { query, choice, choose, view } = params;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const sections = useSectionStyles();
  const pages = useRegister(query);
  const { sort: _, ...filters } = query;
  const selection = useItemSelection(JSON.stringify(filters));
  const change = useBulkChange(selection, () => {
    pages.page.retry();
    onChanged();
  });
  const isEmpty = pages.page.data?.totalItems === 0;
  return (
    <div className={sections.page}>
      {change.result && (
        <BulkResult
          result={change.result}
          items={change.changed}
          onDismiss={change.dismiss}
        />
      )}
      <Panel flush title={t('title')} actions={<Controls params={params} />}>
        {selection.items.length > 0 && (
          <SelectionBar selection={selection} change={change} />
        )}
        {isEmpty ? (
          <NoItems params={params} />
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
              <RegisterTable
                items={page.items}
                columns={view.columns}
                density={view.density}
                sort={choice.sort}
                onSort={sort => choose({ sort })}
                selection={selection}
              />
            )}
          </PagedRows>
        )}
      </Panel>
      {change.asked && (
        <BulkDialog
          items={selection.items}
          running={change.running}
          error={change.error}
          onSubmit={change.submit}
          onClose={change.leave}
        />
      )}
    </div>
  );
}

/** How the table is shown, views of it, and its rows as a file. */
function Controls(props: { params: RegisterParams }) {
  const { view, show, query } = props.params;
  const facts = useFactStyles();
  const names = useRegisterColumnNames();
  return (
    <div className={facts.actions}>
      <SavedViews />
      <DensitySwitch
        density={view.density}
        onChange={density => show({ density })}
      />
      <ColumnChooser
        table={registerColumns}
        names={names}
        columns={view.columns}
        onChange={columns => show({ columns })}
      />
      <CopyLinkButton />
      <RegisterExport query={query} />
    </div>
  );
}

/** What can be done with the selected items. */
function SelectionBar(props: { selection: ItemSelection; change: BulkChange }) {
  const { selection, change } = props;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const facts = useFactStyles();
  const count = selection.items.length;
  return (
    <div className={facts.line} style={{ padding: '4px 16px' }}>
      <span role="status">{t('select.chosen', { count })}</span>
      {count > MAX_BULK_ITEMS ? (
        t('select.most', { n: String(MAX_BULK_ITEMS) })
      ) : (
        <ActionButton variant="outlined" onClick={change.ask}>
          {t('select.change')}
        </ActionButton>
      )}
      <ActionButton onClick={selection.clear}>{t('select.clear')}</ActionButton>
    </div>
  );
}

function NoItems(props: { params: RegisterParams }) {
  const { filter, furtherFilters, clear, choice } = props.params;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const isFiltered =
    furtherFilters > 0 ||
    filter.owner.length > 0 ||
    Object.values(filter).some(value => typeof value === 'string') ||
    choice.status !== 'owed';
  return isFiltered ? (
    <EmptyState
      title={t('empty.filteredTitle')}
      description={t('empty.filteredText')}
      step={{ text: t('empty.filteredStep') }}
      action={
        <ActionButton variant="outlined" onClick={clear}>
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
