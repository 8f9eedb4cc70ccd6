import {
  type BinCounts,
  itemsInProgress,
  stateAt,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import { belongsDuring } from './FakeComponents';
import { sumDays } from './FakeFlowCounts';
import { type FlowInMemory, selectedDays } from './FakeFlowSelection';
import type {
  CountedMetric,
  FlowCounts,
  FlowMemberPage,
  FlowMemberRow,
  ItemMoment,
} from './FlowStore';

/** One page of the components of a selection, and how many there are. */
export function listMembers(
  kept: FlowInMemory,
  selection: ComponentSelection,
  span: DaySpan,
  moment: ItemMoment,
  page: FlowMemberPage,
): { items: FlowMemberRow[]; total: number } {
  const rows = kept.components
    .filter(component => belongsDuring(component, selection, span))
    .map((component): FlowMemberRow => {
      const result = kept.resultOf(component.ref);
      const days = selectedDays(kept, selection, span)
        .filter(({ ref }) => ref === component.ref)
        .map(({ row }) => row);
      const counts = sumDays(days);
      const isKnown = (result?.firstItemDay ?? '9999') <= span.to;
      const open = itemsInProgress(result?.items ?? [], moment.at);
      const cycle = [...(counts.get('cycle_time') ?? [])]
        .sort(([a], [b]) => a - b)
        .flatMap(([bin, count]) => Array<number>(count).fill(bin));
      return {
        entityRef: component.ref,
        name: component.name,
        title: component.title ?? null,
        sortName: (component.title ?? component.name).toLowerCase(),
        kind: 'component',
        type: null,
        tier: component.tier ?? null,
        lifecycle: null,
        ownerRef: component.ownerRef ?? null,
        systemRef: component.systemRef ?? null,
        firstItemDay: isKnown ? result!.firstItemDay : null,
        throughput: isKnown ? counts.get('completed')?.get(0) ?? 0 : null,
        wip: isKnown ? open.length : null,
        blocked: isKnown
          ? open.filter(item => stateAt(item, moment.at) === 'blocked').length
          : null,
        oldest:
          open.length > 0
            ? Math.min(...open.map(item => item.startedAt!))
            : null,
        cycleTimeN: cycle.length,
        cycleTimeBin: cycle[Math.floor((cycle.length - 1) / 2)] ?? null,
      };
    });
  const valueOf = (row: FlowMemberRow) =>
    ({
      name: row.sortName,
      cycleTime: row.cycleTimeBin,
      wip: row.wip,
      throughput: row.throughput,
      oldest: row.oldest,
    }[page.order]);
  const sign = page.descending !== (page.order === 'oldest') ? -1 : 1;
  rows.sort((a, b) => {
    const [first, second] = [valueOf(a), valueOf(b)];
    if (first === second) {
      return a.entityRef < b.entityRef ? -1 : 1;
    }
    if (first === null || second === null) {
      return first === null ? 1 : -1;
    }
    return first < second ? -sign : sign;
  });
  const start = page.after
    ? rows.findIndex(row => row.entityRef === page.after!.entityRef) + 1
    : 0;
  return { items: rows.slice(start, start + page.limit), total: rows.length };
}

/** How much components completed in each week. */
export function countMemberWeeks(
  kept: FlowInMemory,
  selection: ComponentSelection,
  span: DaySpan,
  entityRefs: string[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map(
    entityRefs.map(ref => [ref, new Map<string, number>()]),
  );
  for (const { ref, row } of selectedDays(kept, selection, span)) {
    const own = counts.get(ref);
    if (own && row.metric === 'completed') {
      own.set(row.week, (own.get(row.week) ?? 0) + row.count);
    }
  }
  return counts;
}

/** Counts of metrics by component. */
export function sumMembers(
  kept: FlowInMemory,
  selection: ComponentSelection,
  span: DaySpan,
  metrics: readonly CountedMetric[],
): ReadonlyMap<string, FlowCounts> {
  const sums = new Map<string, Map<CountedMetric, BinCounts>>();
  for (const { ref, row } of selectedDays(kept, selection, span)) {
    if (metrics.includes(row.metric)) {
      const own = sums.get(ref) ?? new Map<CountedMetric, BinCounts>();
      sums.set(ref, own);
      const before = own.get(row.metric)?.get(0) ?? 0;
      own.set(row.metric, new Map([[0, before + row.count]]));
    }
  }
  return sums;
}
