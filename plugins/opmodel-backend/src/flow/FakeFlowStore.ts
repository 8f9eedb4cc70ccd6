import {
  computeAges,
  type WorkItemAges,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import { belongsDuring } from './FakeComponents';
import { FakeFlowCalculationStore } from './FakeFlowCalculationStore';
import { countCompletedByDay, sumMetric, sumWindow } from './FakeFlowCounts';
import { countMemberWeeks, listMembers, sumMembers } from './FakeFlowMembers';
import {
  completedItems,
  type FlowInMemory,
  resultsDuring,
  resultsOn,
  selectedDays,
} from './FakeFlowSelection';
import { readStates } from './FakeFlowStates';
import { listPipelines } from './FakePipelines';
import { listItems } from './fakeWorkItems';
import type {
  DurationRows,
  FlowSelectionState,
  FlowStore,
  ItemMoment,
  PeriodCounts,
} from './FlowStore';

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
    const results = resultsDuring(this.#of(calculation), selection, span);
    const active = new Set(
      selectedDays(this.#of(calculation), selection, span)
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
    ...[calculation, selection, window]: Parameters<FlowStore['sumWindow']>
  ) {
    return sumWindow(this.#of(calculation), selection, window);
  }

  async sumMetric(
    ...[calculation, selection, span, metric]: Parameters<
      FlowStore['sumMetric']
    >
  ) {
    return sumMetric(this.#of(calculation), selection, span, metric);
  }

  async countCompletedByDay(
    ...[calculation, selection, span]: Parameters<
      FlowStore['countCompletedByDay']
    >
  ) {
    return countCompletedByDay(this.#of(calculation), selection, span);
  }

  async readStates(
    ...[calculation, selection, span]: Parameters<FlowStore['readStates']>
  ) {
    return readStates(this.#of(calculation), selection, span);
  }

  async listDurations(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    limit: number,
  ): Promise<DurationRows> {
    const items = completedItems(this.#of(calculation), selection, span).slice(
      0,
      limit,
    );
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
    const items = resultsOn(this.#of(calculation), selection, day).flatMap(
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
    for (const { periods } of resultsDuring(
      this.#of(calculation),
      selection,
      span,
    )) {
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
    ...[calculation, selection, span, moment, page]: Parameters<
      FlowStore['listMembers']
    >
  ) {
    return listMembers(this.#of(calculation), selection, span, moment, page);
  }

  async countMemberWeeks(
    ...[calculation, selection, span, entityRefs]: Parameters<
      FlowStore['countMemberWeeks']
    >
  ) {
    return countMemberWeeks(this.#of(calculation), selection, span, entityRefs);
  }

  async sumMembers(
    ...[calculation, selection, span, metrics]: Parameters<
      FlowStore['sumMembers']
    >
  ) {
    return sumMembers(this.#of(calculation), selection, span, metrics);
  }

  async listItems(
    ...[calculation, selection, span, moment, page]: Parameters<
      FlowStore['listItems']
    >
  ) {
    return listItems(this.#of(calculation), selection, span, moment, page);
  }

  async listPipelines(
    ...[calculation, selection, span, limit]: Parameters<
      FlowStore['listPipelines']
    >
  ) {
    return listPipelines(this.#of(calculation), selection, span, limit);
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
      selectedDays(
        this.#of(calculation),
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

  #of(calculation: string): FlowInMemory {
    return {
      components: this.components(),
      resultOf: ref => this.resultOf(calculation, ref),
    };
  }
}
