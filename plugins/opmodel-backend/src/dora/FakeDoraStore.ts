import type {
  DayCount,
  DayMetric,
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
  LateRecovery,
  RecoverySpan,
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
import { durationsOf, lateRecoveriesOf } from './fakeDurations';
import { failureStateOf } from './fakeFailureStates';
import { memberPageOf, toMemberCounts, toMemberRow } from './fakeMembers';
import {
  isInState,
  pageOf,
  toDeploymentRecords,
  toIncidentRecords,
} from './fakeRecords';
import { isInside } from './fakeSelection';
import { FakeSelections } from './FakeSelections';
import { describeFake } from './fakeSelectionState';

export type { FakeComponent } from './fakeSelection';

/** DORA in memory, for tests of what stands on the store. */
export class FakeDoraStore extends FakeSelections implements DoraStore {
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
        this.selectedDuring(selection, span).map(component => ({
          component,
          result: this.resultOf(calculation, component.ref),
          deployments: sumDays(
            this.daysOf(calculation, component.ref, selection, span),
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
      current: toSpanCounts(this.allDays(calculation, selection, window)),
      previous: toSpanCounts(
        this.allDays(calculation, selection, window.previous).filter(
          isCompared,
        ),
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
      this.allDays(calculation, selection, span).filter(({ metric }) =>
        options.metrics.includes(metric),
      ),
      starts[options.interval],
    );
  }

  async listDurations(
    calculation: string,
    kind: DurationKind,
    selection: DoraSelection,
    span: RecoverySpan,
    range: { from: number; to: number; offset: number; limit: number },
  ): Promise<number[]> {
    return durationsOf(
      this.selectedResults(calculation, selection, span),
      kind,
      span,
    )
      .map(({ seconds }) => seconds)
      .filter(seconds => seconds >= range.from && seconds < range.to)
      .slice(range.offset, range.offset + range.limit);
  }

  async listWindowDurations(
    calculation: string,
    kind: DurationKind,
    selection: DoraSelection,
    window: RecoverySpan & { previous: RecoverySpan },
    { limit, byEnvironment }: { limit: number; byEnvironment?: boolean },
  ): Promise<{ current: DatedDuration[]; previous: DatedDuration[] }> {
    const [current, previous] = [window, window.previous].map(span =>
      durationsOf(
        this.selectedResults(calculation, selection, span),
        kind,
        span,
      )
        .slice(0, limit)
        .map(({ seconds, day, entityRef, environment }) =>
          byEnvironment
            ? { seconds, day, entityRef, environment }
            : { seconds, day },
        ),
    );
    return { current, previous };
  }

  async listLateRecoveries(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    options: { endedFrom: number; entityRefs?: string[] },
  ): Promise<LateRecovery[]> {
    return lateRecoveriesOf(
      this.selectedResults(calculation, selection, span),
      options,
    );
  }

  async includesAny(
    selection: DoraSelection,
    span: DaySpan,
    entityRefs: string[],
  ): Promise<boolean> {
    return this.selectedDuring(selection, span).some(({ ref }) =>
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
      this.selectedDuring(selection, span).map(component =>
        toMemberRow(
          component,
          this.resultOf(calculation, component.ref),
          span,
          sumDays(this.daysOf(calculation, component.ref, selection, span)),
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
    const daysOf = (ref: string, span: DaySpan | undefined) =>
      span ? this.daysOf(calculation, ref, selection, span) : [];
    return new Map(
      entityRefs.map(ref => [
        ref,
        toMemberCounts(daysOf(ref, window), daysOf(ref, window.previous)),
      ]),
    );
  }

  async listDeployments(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    page: DeploymentPageRequest,
  ): Promise<{ items: DeploymentRecord[]; total: number }> {
    return pageOf(
      this.selectedResults(calculation, selection, span).flatMap(
        ({ component, result, isIn }) =>
          toDeploymentRecords(
            component,
            this.factsOf(component.ref),
            result,
          ).filter(({ record }) => isIn(record)),
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
      this.selectedResults(calculation, selection, span).flatMap(
        ({ component, result, isIn }) =>
          toIncidentRecords(
            component,
            this.factsOf(component.ref),
            result,
          ).filter(({ record }) => isIn(record)),
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
    return new Map(
      this.selectedResults(calculation, selection, span).flatMap(selected => {
        const { ref } = selected.component;
        const state = failureStateOf(selected, this.factsOf(ref), openBefore);
        return state ? [[ref, state]] : [];
      }),
    );
  }
}
