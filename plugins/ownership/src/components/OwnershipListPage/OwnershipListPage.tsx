import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ComponentFilterBar,
  ExportRows,
  PagedRows,
  Panel,
  useOpmodelApi,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useExplained } from '../../hooks/useExplained';
import { useOwnershipList } from '../../hooks/useOwnershipList';
import {
  ownedKinds,
  useOwnershipListParams,
} from '../../hooks/useOwnershipListParams';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { CoverageExplainDrawer } from '../CoverageExplainDrawer';
import { OwnershipTable, OwnershipTableToolbar } from '../OwnershipTable';
import { FurtherFilters } from './FurtherFilters';
import { ListSummary } from './ListSummary';

const SKELETON_ROWS = 10;

/** How well everything is owned: the coverage of what the filter selects, and a row an entity. */
export function OwnershipListPage() {
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const sections = useSectionStyles();
  const api = useOpmodelApi();
  const params = useOwnershipListParams();
  const { filter, choice, view, selection, choose, show, narrow } = params;
  const { pages, summary, exported } = useOwnershipList(params);
  const [explained, explain] = useExplained();
  return (
    <div className={sections.page}>
      <ListSummary
        summary={summary}
        choice={choice}
        onChoose={choose}
        onExplain={() => explain(true)}
      />
      <Panel>
        <ComponentFilterBar
          kinds={ownedKinds}
          filter={filter}
          onChange={narrow}
          furtherFilters={params.furtherFilters}
          onClear={params.clear}
        >
          <FurtherFilters choice={choice} onChoose={choose} />
        </ComponentFilterBar>
      </Panel>
      <Panel
        flush
        title={t('list.title')}
        actions={
          <OwnershipTableToolbar view={view} onShow={show}>
            {pages.page.data && (
              <ExportRows
                exported={exported}
                totalRows={pages.page.data.totalItems}
              />
            )}
          </OwnershipTableToolbar>
        }
      >
        <PagedRows
          pages={pages}
          sorted
          subject={t('list.subject')}
          label={t('list.pages')}
          skeletonRows={SKELETON_ROWS}
          empty={t('list.empty')}
        >
          {page => (
            <OwnershipTable
              label={t('list.title')}
              rows={page.items}
              view={view}
              sorting={{
                sort: choice.sort,
                onSort: sort => choose({ sort }),
              }}
              onChanged={pages.page.retry}
            />
          )}
        </PagedRows>
      </Panel>
      <CoverageExplainDrawer
        open={explained}
        onClose={() => explain(false)}
        about={JSON.stringify(selection)}
        request={signal => api.explainOwnershipSummary(selection, { signal })}
      />
    </div>
  );
}
