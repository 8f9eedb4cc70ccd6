import {
  ageOf,
  binValue,
  type DayWindow,
  type FlowDefinition,
  type FlowMember,
  weekOf,
  weeksBetween,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentSelection } from '../catalog/ComponentSelection';
import { stateOf } from './flowNumbers';
import type {
  FlowMemberPage,
  FlowMemberRow,
  FlowStore,
  ItemMoment,
} from './FlowStore';

/** Reads one page of the components of a selection with their numbers. */
export async function readFlowMembers(
  store: Pick<FlowStore, 'listMembers' | 'countMemberWeeks'>,
  request: {
    calculation: string;
    selection: ComponentSelection;
    window: DayWindow;
    moment: ItemMoment;
  },
  page: FlowMemberPage,
  definition: FlowDefinition,
): Promise<{ items: FlowMember[]; rows: FlowMemberRow[]; total: number }> {
  const { calculation, selection, window, moment } = request;
  const { items: rows, total } = await store.listMembers(
    calculation,
    selection,
    window,
    moment,
    page,
  );
  const weeksOf = await store.countMemberWeeks(
    calculation,
    selection,
    window,
    rows.map(row => row.entityRef),
  );
  const weeks = weeksBetween(window.from, window.to);
  return {
    rows,
    total,
    items: rows.map(row => ({
      entityRef: row.entityRef,
      title: row.title ?? row.name,
      kind: row.kind,
      type: row.type,
      tier: row.tier,
      lifecycle: row.lifecycle,
      ownerRef: row.ownerRef,
      systemRef: row.systemRef,
      state:
        row.throughput === null
          ? 'no_data'
          : stateOf(row.throughput, definition.minimumItems),
      cycleTimeMedian:
        row.cycleTimeBin === null ? null : binValue(row.cycleTimeBin),
      cycleTimeN: row.cycleTimeN,
      throughput: row.throughput,
      wip: row.wip,
      oldestAge:
        row.oldest === null
          ? null
          : ageOf({ startedAt: row.oldest }, moment.at, moment.workingTime),
      blocked: row.blocked,
      weeklyCompleted: weeks.map(week =>
        row.firstItemDay === null || week < weekOf(row.firstItemDay)
          ? null
          : weeksOf.get(row.entityRef)?.get(week) ?? 0,
      ),
    })),
  };
}
