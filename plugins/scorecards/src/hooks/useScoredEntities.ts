import type {
  OpmodelApi,
  ScoredEntity,
  ScoredEntityPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useRowPages,
  type CsvColumn,
  type RowExport,
  type RowExportHead,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { SelectionParams } from './useSelectionParams';

const ENTITIES_PER_PAGE = 50;

/** Entities as they are exported: refs as in the catalog, states in the names of the API. */
export const scoredEntityCsvColumns: ReadonlyArray<CsvColumn<ScoredEntity>> = [
  ['entity_ref', row => row.entityRef],
  ['title', row => row.title],
  ['kind', row => row.kind],
  ['owner', row => row.ownerRef],
  ['tier', row => row.tier],
  ['scorecard_ref', row => row.scorecardRef],
  ['level', row => row.level.name],
  ['level_rank', row => row.level.rank],
  ['level_since', row => row.levelSince],
  ['passing', row => row.summary.passing],
  ['judged', row => row.summary.judged],
  ['applicable', row => row.summary.applicable],
  ['failed', row => row.summary.counts.failed],
  ['warning', row => row.summary.counts.warning],
  ['exempt', row => row.summary.counts.exempt],
  ['not_reported', row => row.summary.counts.not_reported],
  ['error', row => row.summary.counts.error],
  ['check_state', row => row.check?.state ?? null],
  ['check_value', row => row.check?.value ?? null],
  ['check_since', row => row.check?.since ?? null],
];

/** What a file says of when its rows were true: the list is of now, not of a window. */
function headOfNow(): RowExportHead {
  const today = new Date().toISOString().slice(0, 10);
  return {
    window: { from: today, to: today, zone: 'UTC' },
    definition: {
      id: 'scorecards',
      version: '1',
      title: 'Scorecards',
      docs: 'scorecards',
    },
  };
}

/** The list: its entities a page at a time or as a file. */
export interface ScoredEntities {
  pages: RowPages<ScoredEntityPage>;
  exported: RowExport<ScoredEntityPage>;
}

/** Reads what the filters select. */
export function useScoredEntities(
  params: Pick<SelectionParams, 'selection' | 'choice'>,
): ScoredEntities {
  const { selection, choice } = params;
  const { scorecard, level, check, state, sort } = choice;
  const api = useOpmodelApi();
  const query: NonNullable<Parameters<OpmodelApi['listScoredEntities']>[0]> = {
    ...selection,
    ...(scorecard !== undefined && { scorecard }),
    ...(level !== undefined && { level }),
    ...(check !== undefined && { check }),
    ...(state !== undefined && { state }),
    sort,
  };
  const exported: RowExport<ScoredEntityPage> = {
    content: 'scorecard-entities',
    source: {
      filter: query,
      requestPage: (page, signal) =>
        api.listScoredEntities({ ...query, ...page }, { signal }),
    },
    head: headOfNow,
    columns: () => scoredEntityCsvColumns,
  };
  const pages = useRowPages(exported.source, {
    rowsPerPage: ENTITIES_PER_PAGE,
    subject: 'scored-entities',
  });
  return { pages, exported };
}
