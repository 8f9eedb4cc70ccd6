import {
  addDays,
  computeAges,
  computePipelines,
  dayOf,
  type FlowDelta,
  type FlowItem,
  itemsInProgress,
  stateAt,
  type WorkItemAges,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import { belongsDuring, belongsOn, isInside } from './FakeComponents';
import {
  FakeFlowCalculationStore,
  type KeptResult,
} from './FakeFlowCalculationStore';
import { isListed, keyOf, toRecord } from './fakeWorkItems';
import type {
  CountedMetric,
  DurationRows,
  FlowCounts,
  FlowMemberPage,
  FlowMemberRow,
  FlowSelectionState,
  FlowStore,
  FlowWindowCounts,
  ItemMoment,
  ItemPageRequest,
  ItemRecord,
  PeriodCounts,
  PipelineRow,
  WindowSpans,
} from './FlowStore';

const DAILY = [
  'arrived',
  'started',
  'completed',
  'completed_unstarted',
  'cancelled',
];
const WEEKLY = ['cycle_time', 'builds', 'failed_builds', 'build_duration'];

const COMPARED = [
  'arrived',
  'completed',
  'cycle_time',
  'flow_time',
  'efficiency_active_seconds',
  'efficiency_flow_seconds',
  'completed_with_efficiency',
  'reopened',
  'builds',
  'failed_builds',
  'build_duration',
  'build_queue',
];

type DayRow = KeptResult['days'][number];

/** Flow in memory, for tests of what stands on the store: everything is told from the items themselves. */
export class FakeFlowStore
  extends FakeFlowCalculationStore
  implements FlowStore
{
  async readRevision(calculation: string): Promise<string> {
    return JSON.stringify([
      this.components(),
      this.components().map(({ ref }) => this.resultOf(calculation, ref)),
    ]);
  }

  async describe(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<FlowSelectionState> {
    const results = this.#during(calculation, selection, span);
    const active = new Set(
      this.#days(calculation, selection, span)
        .filter(({ row }) => row.metric === 'completed')
        .map(({ ref }) => ref),
    );
    const first = (key: 'firstItemDay' | 'firstBuildDay') =>
      results.flatMap(result => result[key] ?? []).sort()[0] ?? null;
    const latest = results.flatMap(({ facts }) => facts.latestRecordedAt ?? []);
    return {
      components: this.components().filter(component =>
        belongsDuring(component, selection, span),
      ).length,
      reporting: results.filter(
        result => result.firstItemDay ?? result.firstBuildDay,
      ).length,
      active: active.size,
      firstItemDay: first('firstItemDay'),
      firstBuildDay: first('firstBuildDay'),
      latestRecordedAt: latest.length > 0 ? Math.max(...latest) : null,
    };
  }

  async sumWindow(
    calculation: string,
    selection: ComponentSelection,
    window: WindowSpans,
  ): Promise<FlowWindowCounts> {
    const rows = (span: DaySpan) =>
      this.#days(calculation, selection, span)
        .map(({ row }) => row)
        .filter(({ metric }) => !metric.startsWith('state:'));
    const current = rows(window);
    const part = (metrics: string[], nameOf: (row: DayRow) => string) => {
      const own = current.filter(({ metric }) => metrics.includes(metric));
      return new Map(
        [...new Set(own.map(nameOf))].map(key => [
          key,
          sum(own.filter(row => nameOf(row) === key)),
        ]),
      );
    };
    return {
      current: sum(current),
      previous: sum(
        rows(window.previous).filter(({ metric }) => COMPARED.includes(metric)),
      ),
      weeks: part(WEEKLY, ({ week }) => week),
      days: part(DAILY, ({ day }) => day),
    };
  }

  async sumMetric(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    metric: CountedMetric,
  ) {
    const rows = this.#days(calculation, selection, span).map(({ row }) => row);
    return sum(rows).get(metric) ?? new Map();
  }

  async countCompletedByDay(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { row } of this.#days(calculation, selection, span)) {
      if (row.metric === 'completed') {
        counts.set(row.day, (counts.get(row.day) ?? 0) + row.count);
      }
    }
    return counts;
  }

  /** From where each item stood at the end of each day on which its component belonged to the scope. */
  async readStates(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<FlowDelta[]> {
    const deltas: FlowDelta[] = [];
    let before = new Map<string, number>();
    for (
      let day = addDays(span.from, -1);
      day <= span.to;
      day = addDays(day, 1)
    ) {
      const now = new Map<string, number>();
      for (const result of this.#on(calculation, selection, day)) {
        const end = Date.parse(`${addDays(day, 1)}T00:00:00Z`) - 1;
        for (const item of result.items.filter(({ withdrawn }) => !withdrawn)) {
          const state = stateAt(item, end);
          if (state !== null) {
            now.set(state, (now.get(state) ?? 0) + 1);
          }
        }
      }
      for (const state of new Set([...before.keys(), ...now.keys()])) {
        const count = (now.get(state) ?? 0) - (before.get(state) ?? 0);
        if (count !== 0) {
          deltas.push({ day, metric: `state:${state}`, count } as FlowDelta);
        }
      }
      before = now;
    }
    return deltas;
  }

  async listDurations(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    limit: number,
  ): Promise<DurationRows> {
    const items = this.#completed(calculation, selection, span).slice(0, limit);
    return {
      cycle: items.flatMap(item => item.cycleSeconds ?? []),
      flow: items.flatMap(item => item.flowSeconds ?? []),
      blocked: items
        .filter(({ everBlocked }) => everBlocked)
        .flatMap(item => item.blockedSeconds ?? []),
    };
  }

  async describeAges(
    calculation: string,
    selection: ComponentSelection,
    { day, at, workingTime }: ItemMoment,
    expectationSeconds: number | null,
  ): Promise<WorkItemAges> {
    const items = this.#on(calculation, selection, day).flatMap(
      result => result.items,
    );
    return computeAges(items, at, expectationSeconds, workingTime);
  }

  async sumPeriods(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<PeriodCounts[]> {
    const sums = new Map<string, PeriodCounts>();
    for (const { periods } of this.#during(calculation, selection, span)) {
      for (const { from, to, state, ratio, ...counts } of periods) {
        const known = sums.get(counts.period);
        sums.set(
          counts.period,
          known
            ? {
                period: counts.period,
                lastDay: [known.lastDay, counts.lastDay].sort().at(-1)!,
                committed: known.committed + counts.committed,
                added: known.added + counts.added,
                removed: known.removed + counts.removed,
                done: known.done + counts.done,
                addedDone: known.addedDone + counts.addedDone,
                carriedOver: known.carriedOver + counts.carriedOver,
              }
            : counts,
        );
      }
    }
    return [...sums.values()];
  }

  async listMembers(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    moment: ItemMoment,
    page: FlowMemberPage,
  ): Promise<{ items: FlowMemberRow[]; total: number }> {
    const rows = this.components()
      .filter(component => belongsDuring(component, selection, span))
      .map((component): FlowMemberRow => {
        const result = this.resultOf(calculation, component.ref);
        const days = this.#days(calculation, selection, span)
          .filter(({ ref }) => ref === component.ref)
          .map(({ row }) => row);
        const counts = sum(days);
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

  async countMemberWeeks(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    entityRefs: string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
    const counts = new Map(
      entityRefs.map(ref => [ref, new Map<string, number>()]),
    );
    for (const { ref, row } of this.#days(calculation, selection, span)) {
      const own = counts.get(ref);
      if (own && row.metric === 'completed') {
        own.set(row.week, (own.get(row.week) ?? 0) + row.count);
      }
    }
    return counts;
  }

  async listItems(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    moment: ItemMoment,
    page: ItemPageRequest,
  ): Promise<{ items: ItemRecord[]; total: number }> {
    const isAscending = page.state === 'in_progress';
    const rows = this.components()
      .flatMap(component => {
        const result = this.resultOf(calculation, component.ref);
        return (result?.items ?? [])
          .filter(item => item.arrivedAt !== null)
          .filter(item =>
            isListed(item, result!, selection, span, moment, page),
          )
          .map(item => toRecord(item, result!, isAscending));
      })
      .sort(
        (a, b) =>
          (isAscending ? a.at - b.at : b.at - a.at) ||
          (keyOf(a) < keyOf(b) ? -1 : 1),
      );
    const { after } = page;
    const start = after
      ? rows.findIndex(row => keyOf(row) === keyOf(after)) + 1
      : 0;
    return { items: rows.slice(start, start + page.limit), total: rows.length };
  }

  async listPipelines(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    limit: number,
  ): Promise<PipelineRow[]> {
    const rows = this.components().flatMap(component => {
      const result = this.resultOf(calculation, component.ref);
      const runs = (result?.runs ?? []).filter(({ at }) => {
        const day = at === null ? '' : dayOf(at, result!.zone);
        return isInside(span, day) && belongsOn(component, selection, day);
      });
      return computePipelines(runs).map(
        (health): PipelineRow => ({
          pipeline: health.pipeline,
          entityRef: component.ref,
          entityName: component.name,
          entityTitle: component.title ?? null,
          runs: health.success.denominator,
          successes: health.success.numerator,
          durationMedian: health.durationMedian,
          lastRunAt: health.lastRunAt,
          lastResult: health.lastResult,
          url: null,
        }),
      );
    });
    return rows
      .sort(
        (a, b) =>
          b.runs - b.successes - (a.runs - a.successes) ||
          b.runs - a.runs ||
          compare(a.entityRef, b.entityRef) ||
          compare(a.pipeline ?? '', b.pipeline ?? ''),
      )
      .slice(0, limit);
  }

  async listBusyScopes(
    calculation: string,
    span: DaySpan,
    minimum: number,
  ): Promise<{ scopeRef: string; firstItemDay: string }[]> {
    const first = new Map<string, string>();
    for (const component of this.components()) {
      const day = this.resultOf(calculation, component.ref)?.firstItemDay;
      for (const { ref, toDay } of component.scopes) {
        if (day && toDay === undefined) {
          first.set(ref, [first.get(ref) ?? day, day].sort()[0]);
        }
      }
    }
    const completedBy = (scopeRef: string) =>
      this.#days(
        calculation,
        { scopeRef, ownership: 'now', visibility: { type: 'all' } },
        span,
      )
        .filter(({ row }) => row.metric === 'completed')
        .reduce((total, { row }) => total + row.count, 0);
    return [...first]
      .filter(([scopeRef]) => completedBy(scopeRef) >= minimum)
      .map(([scopeRef, firstItemDay]) => ({ scopeRef, firstItemDay }))
      .sort((a, b) => (a.scopeRef < b.scopeRef ? -1 : 1));
  }

  async includesAny(
    selection: ComponentSelection,
    span: DaySpan,
    entityRefs: string[],
  ): Promise<boolean> {
    return this.components().some(
      component =>
        entityRefs.includes(component.ref) &&
        belongsDuring(component, selection, span),
    );
  }

  #during(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): KeptResult[] {
    return this.components()
      .filter(component => belongsDuring(component, selection, span))
      .flatMap(({ ref }) => this.resultOf(calculation, ref) ?? []);
  }

  #on(
    calculation: string,
    selection: ComponentSelection,
    day: string,
  ): KeptResult[] {
    return this.#during(calculation, selection, { from: day, to: day });
  }

  /** The day rows of a selection in a span. */
  #days(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): { ref: string; row: DayRow }[] {
    return this.components().flatMap(component =>
      (this.resultOf(calculation, component.ref)?.days ?? [])
        .filter(
          ({ day }) =>
            isInside(span, day) && belongsOn(component, selection, day),
        )
        .map(row => ({ ref: component.ref, row })),
    );
  }

  #completed(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): FlowItem[] {
    return this.components().flatMap(component => {
      const result = this.resultOf(calculation, component.ref);
      return (result?.items ?? []).filter(({ completedAt, withdrawn }) => {
        const day =
          completedAt === null ? '' : dayOf(completedAt, result!.zone);
        return (
          !withdrawn &&
          isInside(span, day) &&
          belongsOn(component, selection, day)
        );
      });
    });
  }
}

function sum(rows: readonly DayRow[]): FlowCounts {
  const counts = new Map<CountedMetric, Map<number, number>>();
  for (const { metric, bin, count } of rows) {
    const own = counts.get(metric) ?? new Map<number, number>();
    counts.set(metric, own.set(bin, (own.get(bin) ?? 0) + count));
  }
  return counts;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
