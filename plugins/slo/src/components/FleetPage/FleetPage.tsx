import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  ComponentFilterBar,
  EmptyState,
  errorStatus,
  NoPermission,
  PagedRows,
  Panel,
  QueryView,
  TilesSkeleton,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useFleetParams, type FleetParams } from '../../hooks/useFleetParams';
import { useSloFleet } from '../../hooks/useSloFleet';
import { sloFleetTranslationRef } from '../../translations/fleet';
import { FactLine, SloDocsLink, SloFreshnessNote } from '../facts';
import { sloSnippet } from '../sloSnippet';
import { SloTable } from '../SloTable';
import { SummaryTiles } from '../Summary';
import { FurtherFilters } from './FurtherFilters';
import { TableControls } from './TableControls';

const TILES = 5;
const SKELETON_ROWS = 10;

/** All SLOs: how the selection is doing as a whole, and a row an SLO, those in need of attention first. */
export function FleetPage() {
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const sections = useSectionStyles();
  const params = useFleetParams();
  const { filter, choice, choose, narrow } = params;
  const { pages, summary, exported } = useSloFleet(params);
  const { page } = pages;
  if (page.phase === 'failed' && errorStatus(page.error) === 403) {
    return <NoPermission subject={t('table.subject')} />;
  }
  return (
    <div className={sections.page}>
      <QueryView
        query={summary}
        subject={t('summary.subject')}
        skeleton={<TilesSkeleton count={TILES} />}
      >
        {data => (
          <div className={sections.page}>
            <FactLine>
              <span>
                <SloFreshnessNote asOf={data.asOf} />
              </span>
              <span>
                <SloDocsLink />
              </span>
            </FactLine>
            <SummaryTiles summary={data} />
          </div>
        )}
      </QueryView>
      <Panel>
        <ComponentFilterBar
          filter={filter}
          onChange={narrow}
          furtherFilters={params.furtherFilters}
          onClear={params.clear}
        >
          <FurtherFilters choice={choice} onChoose={choose} />
        </ComponentFilterBar>
      </Panel>
      {page.data?.totalItems === 0 ? (
        <NoSlos params={params} />
      ) : (
        <Panel
          flush
          title={t('table.title')}
          actions={
            page.data && (
              <TableControls
                params={params}
                exported={exported}
                totalRows={page.data.totalItems}
              />
            )
          }
        >
          <PagedRows
            pages={pages}
            sorted
            subject={t('table.subject')}
            label={t('table.pages')}
            skeletonRows={SKELETON_ROWS}
            empty={t('empty.filteredText')}
          >
            {data => (
              <SloTable
                label={t('table.title')}
                rows={data.items}
                view={params.view}
                sorting={{
                  sort: choice.sort,
                  onSort: sort => choose({ sort }),
                }}
              />
            )}
          </PagedRows>
        </Panel>
      )}
    </div>
  );
}

function NoSlos(props: { params: FleetParams }) {
  const { selection, furtherFilters, clear } = props.params;
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const isFiltered = furtherFilters > 0 || Object.keys(selection).length > 0;
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
      step={{ text: t('empty.step'), snippet: sloSnippet('my-service') }}
    />
  );
}
