import {
  type DayCount,
  type DayMetric,
  weekOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  FailureState,
  LeadTimeMedian,
  MemberCounts,
  MemberPageRequest,
  MemberRow,
} from './doraMembers';
import type {
  DeploymentPageRequest,
  DeploymentRecord,
  IncidentPageRequest,
  IncidentRecord,
} from './doraRecords';
import type {
  CountsByMetric,
  DatedDuration,
  DaySpan,
  DoraSelection,
  DoraStore,
  DurationKind,
  EmptyDaysFrom,
  SelectionState,
  SeriesInterval,
  WindowCounts,
  WindowSpans,
} from './DoraStore';
import {
  isCompared,
  sumDays,
  sumDaysBy,
  toMedian,
  toSpanCounts,
} from './fakeCounts';
import { FakeDeliveryStore, type KeptResult } from './FakeDeliveryStore';
import { memberPageOf, toMemberRow } from './fakeMembers';
import {
  isInState,
  pageOf,
  toDeploymentRecords,
  toIncidentRecords,
} from './fakeRecords';
import {
  type FakeComponent,
  isInside,
  isSelected,
  isSelectedDuring,
} from './fakeSelection';
import { describeFake } from './fakeSelectionState';

export type { FakeComponent } from './fakeSelection';

/** What is told of a member beside its lead times, recoveries and weeks. */
const MEMBER_COUNTS: readonly DayMetric[] = [
  'deployments',
  'failed_deployments',
  'rework_deployments',
  'incidents',
  'failure_incidents',
];

/** DORA in memory, for tests of what stands on the store. */
export class FakeDoraStore extends FakeDeliveryStore implements DoraStore {
  async readRevision(
    calculation: string,
    { visibility }: DoraSelection,
  ): Promise<string> {
    if (visibility.type !== 'all') {
      throw new Error('Only a scope that is seen as a whole has a revision');
    }
    return JSON.stringify([
      calculation,
      this.components,
      this.resultsOf(calculation),
    ]);
  }

  async describe(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
    options: { emptyDaysFrom: EmptyDaysFrom },
  ): Promise<{ current: SelectionState; previous: SelectionState }> {
    const describe = (span: DaySpan) =>
      describeFake(
        this.#selected(selection, span).map(component => ({
          component,
          result: this.resultOf(calculation, component.ref),
          deployments: sumDays(
            this.#daysOf(calculation, component, selection, span),
          )
            .get('deployments')
            ?.get(0),
        })),
        selection,
        span,
        options,
      );
    return { current: describe(window), previous: describe(window.previous) };
  }

  async sumWindow(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
  ): Promise<WindowCounts> {
    return {
      current: toSpanCounts(this.#days(calculation, selection, window)),
      previous: toSpanCounts(
        this.#days(calculation, selection, window.previous).filter(isCompared),
      ),
      isLarge: false,
    };
  }

  async sumSeries(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    options: { interval: SeriesInterval; metrics: readonly DayMetric[] },
  ): Promise<ReadonlyMap<string, CountsByMetric>> {
    const starts: Record<SeriesInterval, (day: DayCount) => string> = {
      day: ({ day }) => day,
      week: ({ week }) => week,
      month: ({ day }) => day.slice(0, 7),
    };
    return sumDaysBy(
      this.#days(calculation, selection, span).filter(({ metric }) =>
        options.metrics.includes(metric),
      ),
      starts[options.interval],
    );
  }

  async listDurations(
    calculation: string,
    kind: DurationKind,
    selection: DoraSelection,
    span: DaySpan,
    range: { from: number; to: number; offset: number; limit: number },
  ): Promise<number[]> {
    return this.#durations(calculation, kind, selection, span)
      .map(({ seconds }) => seconds)
      .filter(seconds => seconds >= range.from && seconds < range.to)
      .slice(range.offset, range.offset + range.limit);
  }

  async listWindowDurations(
    calculation: string,
    kind: DurationKind,
    selection: DoraSelection,
    window: WindowSpans,
    limit: number,
  ): Promise<{ current: DatedDuration[]; previous: DatedDuration[] }> {
    const [current, previous] = [window, window.previous].map(span =>
      this.#durations(calculation, kind, selection, span).slice(0, limit),
    );
    return { current, previous };
  }

  async includesAny(
    selection: DoraSelection,
    span: DaySpan,
    entityRefs: string[],
  ): Promise<boolean> {
    return this.#selected(selection, span).some(({ ref }) =>
      entityRefs.includes(ref),
    );
  }

  async listRevisions(
    calculation: string,
  ): Promise<ReadonlyMap<string, string>> {
    return new Map(
      this.resultsOf(calculation).map(result => [
        result.entityRef,
        JSON.stringify(result),
      ]),
    );
  }

  async readMedians(
    calculation: string,
    span: DaySpan,
    entityRefs?: string[],
  ): Promise<ReadonlyMap<string, LeadTimeMedian>> {
    return new Map(
      this.resultsOf(calculation).flatMap(({ entityRef, days }) => {
        const inside = days.filter(({ day }) => isInside(span, day));
        const median = toMedian(sumDays(inside).get('lead_time'));
        return median && (entityRefs?.includes(entityRef) ?? true)
          ? [[entityRef, median]]
          : [];
      }),
    );
  }

  async listMembers(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    page: MemberPageRequest,
  ): Promise<{ items: MemberRow[]; total: number }> {
    return memberPageOf(
      this.#selected(selection, span).map(component =>
        toMemberRow(
          component,
          this.resultOf(calculation, component.ref),
          span,
          sumDays(this.#daysOf(calculation, component, selection, span)),
          page,
        ),
      ),
      page,
    );
  }

  async countMembers(
    calculation: string,
    selection: DoraSelection,
    window: DaySpan & { previous?: DaySpan },
    entityRefs: string[],
  ): Promise<ReadonlyMap<string, MemberCounts>> {
    const daysOf = (ref: string, span: DaySpan | undefined) => {
      const component = this.componentOf(ref);
      return component && span
        ? this.#daysOf(calculation, component, selection, span)
        : [];
    };
    return new Map(
      entityRefs.map(ref => {
        const days = daysOf(ref, window);
        const counts = sumDays(days);
        const weeks = sumDaysBy(
          days.filter(({ metric }) => metric === 'deployments'),
          ({ day }) => weekOf(day),
        );
        return [
          ref,
          {
            leadTime: counts.get('lead_time') ?? new Map(),
            previousLeadTime:
              sumDays(daysOf(ref, window.previous)).get('lead_time') ??
              new Map(),
            recovery: counts.get('recovery') ?? new Map(),
            weeks: new Map(
              [...weeks].map(([week, sums]) => [
                week,
                sums.get('deployments')!.get(0)!,
              ]),
            ),
            counts: new Map(
              MEMBER_COUNTS.flatMap(metric => {
                const count = counts.get(metric)?.get(0);
                return count === undefined ? [] : [[metric, count]];
              }),
            ),
          },
        ];
      }),
    );
  }

  async listDeployments(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    page: DeploymentPageRequest,
  ): Promise<{ items: DeploymentRecord[]; total: number }> {
    return pageOf(
      this.#kept(calculation).flatMap(({ component, result }) =>
        toDeploymentRecords(
          component,
          this.factsOf(component.ref),
          result,
        ).filter(({ record }) =>
          this.#isIn(component, selection, span, record.day),
        ),
      ),
      page,
      ({ failed, rework }) =>
        (page.failed ?? failed) === failed &&
        (page.rework ?? rework) === rework,
    );
  }

  async listIncidents(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    page: IncidentPageRequest,
  ): Promise<{ items: IncidentRecord[]; total: number }> {
    return pageOf(
      this.#kept(calculation).flatMap(({ component, result }) =>
        toIncidentRecords(
          component,
          this.factsOf(component.ref),
          result,
        ).filter(({ record }) =>
          this.#isIn(component, selection, span, record.day),
        ),
      ),
      page,
      record => isInState(record, page.state),
    );
  }

  async listFailureStates(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    { openBefore }: { openBefore: number },
  ): Promise<ReadonlyMap<string, FailureState>> {
    const first = (instants: number[]) =>
      instants.length > 0 ? Math.min(...instants) : null;
    return new Map(
      this.#kept(calculation).flatMap(({ component, result }) => {
        const isIn = ({ day }: { day: string }) =>
          this.#isIn(component, selection, span, day);
        const open = toDeploymentRecords(
          component,
          this.factsOf(component.ref),
          result,
        )
          .map(({ record }) => record)
          .filter(
            record =>
              isIn(record) &&
              record.failed &&
              record.at < openBefore &&
              result.delivery.recoveries.some(
                ({ deployment, recoveredAt, exclusion }) =>
                  deployment?.source === record.source &&
                  deployment.subject === record.subject &&
                  recoveredAt === null &&
                  exclusion !== 'no_recovery_known',
              ),
          );
        const unlinked = result.delivery.incidents.filter(
          incident =>
            isIn(incident) &&
            (incident.unlinked === 'no_deployment_in_time' ||
              incident.unlinked === 'no_start'),
        );
        const state: FailureState = {
          openFailures: open.length,
          openSince: first(open.map(({ at }) => at)),
          unlinkedIncidents: unlinked.length,
          unlinkedSince: first(unlinked.map(({ at }) => at)),
        };
        return open.length + unlinked.length > 0
          ? [[component.ref, state]]
          : [];
      }),
    );
  }

  #kept(
    calculation: string,
  ): { component: FakeComponent; result: KeptResult }[] {
    return this.components.flatMap(component => {
      const result = this.resultOf(calculation, component.ref);
      return result ? [{ component, result }] : [];
    });
  }

  #isIn(
    component: FakeComponent,
    selection: DoraSelection,
    span: DaySpan,
    day: string,
  ): boolean {
    return isInside(span, day) && isSelected(component, selection, day);
  }

  #selected(selection: DoraSelection, span: DaySpan): FakeComponent[] {
    return this.components.filter(component =>
      isSelectedDuring(component, selection, span),
    );
  }

  #durations(
    calculation: string,
    kind: DurationKind,
    selection: DoraSelection,
    span: DaySpan,
  ): DatedDuration[] {
    return this.#kept(calculation)
      .flatMap(({ component, result: { delivery } }) => {
        const all: Record<
          DurationKind,
          { day: string; seconds: number | null }[]
        > = {
          lead_time: delivery.samples,
          recovery: delivery.recoveries,
          restore: delivery.incidents.map(({ day, restoreSeconds }) => ({
            day,
            seconds: restoreSeconds,
          })),
        };
        return all[kind].filter(({ day }) =>
          this.#isIn(component, selection, span, day),
        );
      })
      .flatMap(({ day, seconds }) =>
        seconds === null ? [] : [{ day, seconds }],
      )
      .sort((a, b) => a.seconds - b.seconds);
  }

  #daysOf(
    calculation: string,
    component: FakeComponent,
    selection: DoraSelection,
    span: DaySpan,
  ): DayCount[] {
    return (this.resultOf(calculation, component.ref)?.days ?? []).filter(
      ({ day }) => this.#isIn(component, selection, span, day),
    );
  }

  #days(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
  ): DayCount[] {
    return this.components.flatMap(component =>
      this.#daysOf(calculation, component, selection, span),
    );
  }
}
