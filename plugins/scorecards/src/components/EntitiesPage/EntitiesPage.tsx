import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ColumnChooser,
  CopyLinkButton,
  DensitySwitch,
  ExportRows,
  PagedRows,
  Panel,
  useFactStyles,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useScorecards } from '../../hooks/scorecardQueries';
import { useScoredEntities } from '../../hooks/useScoredEntities';
import { useSelectionParams } from '../../hooks/useSelectionParams';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import {
  ScoredEntityTable,
  scoredEntityColumns,
  useScoredEntityColumnNames,
} from '../ScoredEntityTable';
import { NothingMatches, SelectionBar } from '../Selection';
import { VerdictFilters } from './VerdictFilters';

const SKELETON_ROWS = 12;

/** Entities with their levels: of one scorecard or check, or overall. */
export function EntitiesPage() {
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const sections = useSectionStyles();
  const facts = useFactStyles();
  const params = useSelectionParams();
  const { choice, choose, view, show } = params;
  const names = useScoredEntityColumnNames();
  const scorecards = useScorecards();
  const { pages, exported } = useScoredEntities(params);
  const { page } = pages;
  const items = scorecards.data?.items ?? [];
  const titleOf = (ref: string) =>
    items.find(({ scorecard }) => scorecard.ref === ref)?.scorecard.title ??
    ref;
  const columns = view.columns.filter(
    column =>
      (column !== 'check' || choice.check !== undefined) &&
      (column !== 'scorecard' || choice.scorecard === undefined),
  );
  return (
    <div className={sections.page}>
      <SelectionBar params={params}>
        <VerdictFilters params={params} scorecards={items} />
      </SelectionBar>
      {page.data?.totalItems === 0 ? (
        <NothingMatches onClear={params.clear} />
      ) : (
        <Panel
          flush
          title={t('entities.title')}
          actions={
            page.data && (
              <div className={facts.actions}>
                <DensitySwitch
                  density={view.density}
                  onChange={density => show({ density })}
                />
                <ColumnChooser
                  table={scoredEntityColumns}
                  names={names}
                  columns={view.columns}
                  onChange={chosen => show({ columns: chosen })}
                />
                <CopyLinkButton />
                <ExportRows
                  exported={exported}
                  totalRows={page.data.totalItems}
                />
              </div>
            )
          }
        >
          <PagedRows
            pages={pages}
            sorted
            subject={t('entities.subject')}
            label={t('entities.pages')}
            skeletonRows={SKELETON_ROWS}
            empty={t('nothing.text')}
          >
            {data => (
              <ScoredEntityTable
                rows={data.items}
                columns={columns}
                density={view.density}
                sort={choice.sort}
                onSort={sort => choose({ sort })}
                checkId={choice.check}
                titleOf={titleOf}
              />
            )}
          </PagedRows>
        </Panel>
      )}
    </div>
  );
}
