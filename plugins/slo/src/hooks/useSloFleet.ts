import type {
  SloPage,
  SloStatus,
  SloSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  useRowPages,
  type CsvColumn,
  type QueryState,
  type RowExport,
  type RowExportHead,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { weightiestConsequence } from '../components/SloTable/weightiestConsequence';
import { worstObjective } from '../components/SloTable/worstObjective';
import { burnOver } from '../words/useSloFormats';
import type { FleetParams } from './useFleetParams';

/** SLOs on one page of the list. */
export const SLOS_PER_PAGE = 50;

const HOUR = 3_600;

/** SLOs as they are exported, with the figures of their worst objective: refs as in the catalog, states in the names of the API. */
export const sloCsvColumns: ReadonlyArray<CsvColumn<SloStatus>> = [
  ['slo_ref', slo => slo.ref],
  ['title', slo => slo.title],
  ['entity_ref', slo => slo.entityRef],
  ['owner', slo => slo.ownerRef],
  ['tier', slo => slo.tier],
  ['state', slo => slo.state],
  ['budgeting_method', slo => slo.budgetingMethod],
  ['window', slo => slo.window.duration],
  ['window_type', slo => slo.window.type],
  ['objectives', slo => slo.objectives.length],
  ['target', slo => worstObjective(slo)?.target ?? null],
  ['attainment', slo => worstObjective(slo)?.attainment ?? null],
  ['remaining', slo => worstObjective(slo)?.budget.remaining ?? null],
  ['burn_rate_1h', slo => burnOver(worstObjective(slo)?.burns ?? [], HOUR)],
  ['exhausts_at', slo => worstObjective(slo)?.exhaustsAt ?? null],
  ['policy', slo => weightiestConsequence(slo)?.kind ?? null],
  ['policy_mode', slo => weightiestConsequence(slo)?.mode ?? null],
  ['policy_excepted', slo => weightiestConsequence(slo)?.excepted ?? null],
  ['source', slo => slo.source.type],
  ['source_state', slo => slo.source.state],
  ['review_on', slo => slo.reviewOn],
  ['review_state', slo => slo.reviewState],
  ['problems', slo => slo.problems],
];

/** The list: its summary, and its SLOs a page at a time or as a file. */
export interface SloFleet {
  pages: RowPages<SloPage>;
  summary: QueryState<SloSummary>;
  exported: RowExport<SloPage>;
}

/** What a file says of when its rows were true: the list is of now, not of a window. */
export function headOfNow(): RowExportHead {
  const today = new Date().toISOString().slice(0, 10);
  return {
    window: { from: today, to: today, zone: 'UTC' },
    definition: {
      id: 'openslo-v1',
      version: '1',
      title: 'OpenSLO v1',
      docs: 'slo',
    },
  };
}

/** How the objectives of a selection are doing. */
export function useSloSummary(
  selection: FleetParams['selection'],
): QueryState<SloSummary> {
  const api = useOpmodelApi();
  return useQueryState({
    key: JSON.stringify(selection),
    subject: 'summary',
    request: signal => api.getSloSummary(selection, { signal }),
  });
}

/** Reads what the filter selects. */
export function useSloFleet(
  params: Pick<FleetParams, 'query' | 'selection'>,
): SloFleet {
  const { query, selection } = params;
  const api = useOpmodelApi();
  const exported: RowExport<SloPage> = {
    content: 'slos',
    source: {
      filter: query,
      requestPage: (page, signal) =>
        api.listSlos({ ...query, ...page }, { signal }),
    },
    head: headOfNow,
    columns: () => sloCsvColumns,
  };
  const pages = useRowPages(exported.source, {
    rowsPerPage: SLOS_PER_PAGE,
    subject: 'slos',
  });
  const summary = useSloSummary(selection);
  return { pages, summary, exported };
}
