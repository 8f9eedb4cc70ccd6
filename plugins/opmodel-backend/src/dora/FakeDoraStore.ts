import type {
  BinCounts,
  DayCount,
  DayMetric,
} from '@opmodel/backstage-plugin-opmodel-common';
import { weekOf } from '@opmodel/backstage-plugin-opmodel-common';
import { isVisible } from '../catalog/visibleInMemory';
import type {
  DeliveryFacts,
  DeliveryResult,
  DeliveryStore,
} from './DeliveryStore';
import { keepDelivery, type KeptDelivery } from './keepDelivery';
import { countKnownDays } from './knownDays';
import type {
  CarriedChange,
  ComponentFilter,
  CountsByMetric,
  DaySpan,
  DeploymentPageRequest,
  DeploymentRecord,
  DoraSelection,
  DoraStore,
  LeadTimeMedian,
  MemberCounts,
  MemberPageRequest,
  MemberRow,
  ReportingComponents,
  SelectionState,
  SpanCounts,
  WindowCounts,
  WindowSpans,
} from './DoraStore';

/** A component as the fake catalog of the fake store knows it. */
export interface FakeComponent {
  ref: string;
  name: string;
  title?: string;
  type?: string;
  tier?: string;
  lifecycle?: string;
  ownerRef?: string;
  systemRef?: string;
  domainRef?: string;
  /** The scopes it counts in, with the days. */
  scopes: { ref: string; fromDay: string; toDay?: string }[];
}

type KeptResult = KeptDelivery & {
  entityRef: string;
  latestRecordedAt: number | null;
};

/** DORA in memory, for tests of what stands on the store. */
export class FakeDoraStore implements DoraStore, DeliveryStore {
  readonly #components = new Map<string, FakeComponent>();
  readonly #facts = new Map<string, DeliveryFacts>();
  readonly #results = new Map<string, KeptResult>();
  readonly #computedAt = new Map<string, number>();

  addComponent(component: FakeComponent, facts?: DeliveryFacts): void {
    this.#components.set(component.ref, component);
    if (facts) {
      this.#facts.set(component.ref, facts);
    }
  }

  async writeDelivery(
    calculation: string,
    entityRef: string,
    compute: (facts: DeliveryFacts) => DeliveryResult,
    { now }: { now: number },
  ): Promise<void> {
    const facts = this.#facts.get(entityRef) ?? {
      deployments: [],
      changes: [],
      latestRecordedAt: null,
    };
    this.#results.set(`${calculation} ${entityRef}`, {
      ...keepDelivery(compute(facts)),
      entityRef,
      latestRecordedAt: facts.latestRecordedAt,
    });
    this.#computedAt.set(`${calculation} ${entityRef}`, now);
  }

  async listWithDaysBefore(
    calculation: string,
    { day, after, limit }: { day: string; after: string; limit: number },
  ): Promise<{ entityRef: string; rows: number }[]> {
    return [...this.#results]
      .filter(([key]) => key.startsWith(`${calculation} `))
      .map(([, { entityRef, days }]) => ({
        entityRef,
        rows: days.filter(row => row.day < day).length,
      }))
      .filter(({ entityRef, rows }) => rows > 0 && entityRef > after)
      .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1))
      .slice(0, limit);
  }

  async listUncalculated(calculation: string): Promise<string[]> {
    return [...this.#facts]
      .filter(([ref, facts]) => {
        const mine = this.#computedAt.get(`${calculation} ${ref}`);
        const newest = Math.max(
          ...[...this.#computedAt]
            .filter(([key]) => key.endsWith(` ${ref}`))
            .map(([, at]) => at),
        );
        return mine === undefined
          ? facts.deployments.length > 0
          : mine < newest;
      })
      .map(([ref]) => ref)
      .sort();
  }

  async dropOtherCalculations(
    calculation: string,
    unusedSince: number,
  ): Promise<void> {
    const newest = new Map<string, number>();
    for (const [key, at] of this.#computedAt) {
      const [name] = key.split(' ');
      newest.set(name, Math.max(newest.get(name) ?? 0, at));
    }
    for (const key of [...this.#results.keys()]) {
      const [name] = key.split(' ');
      if (name !== calculation && newest.get(name)! < unusedSince) {
        this.#results.delete(key);
        this.#computedAt.delete(key);
      }
    }
  }

  async readRevision(
    calculation: string,
    { visibility }: DoraSelection,
  ): Promise<string> {
    if (visibility.type !== 'all') {
      throw new Error('Only a scope that is seen as a whole has a revision');
    }
    return JSON.stringify([
      calculation,
      [...this.#components],
      [...this.#results],
    ]);
  }

  async describe(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
  ): Promise<{ current: SelectionState; previous: SelectionState }> {
    return {
      current: this.#describe(calculation, selection, window),
      previous: this.#describe(calculation, selection, window.previous),
    };
  }

  async sumWindow(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
  ): Promise<WindowCounts> {
    const isCompared = ({ metric }: DayCount) =>
      metric === 'deployments' || metric === 'lead_time';
    const countDays = (days: DayCount[]): SpanCounts => {
      const compared = days.filter(isCompared);
      return {
        counts: sum(days),
        weeks: new Map(
          [...new Set(compared.map(day => day.week))].map(week => [
            week,
            sum(compared.filter(day => day.week === week)),
          ]),
        ),
      };
    };
    return {
      current: countDays(this.#days(calculation, selection, window)),
      previous: countDays(
        this.#days(calculation, selection, window.previous).filter(isCompared),
      ),
      isLarge: false,
    };
  }

  async listLeadTimes(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    range: { from: number; to: number; offset: number; limit: number },
  ): Promise<number[]> {
    return this.#all()
      .flatMap(component =>
        (
          this.#result(calculation, component.ref)?.delivery.samples ?? []
        ).filter(
          sample =>
            isInside(span, sample.day) &&
            isSelected(component, selection, sample.day),
        ),
      )
      .flatMap(sample => sample.seconds ?? [])
      .filter(seconds => seconds >= range.from && seconds < range.to)
      .sort((a, b) => a - b)
      .slice(range.offset, range.offset + range.limit);
  }

  async listWindowLeadTimes(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
    limit: number,
  ): Promise<{ current: number[]; previous: number[] }> {
    const range = { from: 0, to: Infinity, offset: 0, limit };
    const [current, previous] = await Promise.all(
      [window, window.previous].map(span =>
        this.listLeadTimes(calculation, selection, span, range),
      ),
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
      this.#resultsOf(calculation).map(result => [
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
      this.#resultsOf(calculation).flatMap(({ entityRef, days }) => {
        const inside = days.filter(({ day }) => isInside(span, day));
        const median = toMedian(sum(inside).get('lead_time'));
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
    const { deployments: wanted } = page;
    const valueOf = (row: MemberRow): string | number | null =>
      ({
        name: row.sortName,
        leadTime: row.leadTimeBin,
        deployments: row.deployments,
        lastDeployment: row.lastDeploymentAt,
      }[page.order]);
    const compare = (
      a: { value: string | number | null; entityRef: string },
      b: { value: string | number | null; entityRef: string },
    ) => {
      if (a.value !== b.value) {
        if (a.value === null || b.value === null) {
          return a.value === null ? 1 : -1;
        }
        return (a.value < b.value ? -1 : 1) * (page.descending ? -1 : 1);
      }
      return a.entityRef < b.entityRef ? -1 : 1;
    };
    const rows = this.#members(calculation, selection, span)
      .filter(
        ({ deployments }) =>
          !wanted ||
          (wanted.known
            ? deployments !== null &&
              deployments >= (wanted.minimum ?? 0) &&
              deployments <= (wanted.maximum ?? Infinity)
            : deployments === null),
      )
      .map(row => ({ row, value: valueOf(row), entityRef: row.entityRef }))
      .sort(compare);
    const { after } = page;
    return {
      total: rows.length,
      items: rows
        .filter(
          row =>
            !after ||
            (row.entityRef !== after.entityRef && compare(after, row) < 0),
        )
        .slice(0, page.limit)
        .map(({ row }) => row),
    };
  }

  async countMembers(
    calculation: string,
    selection: DoraSelection,
    window: DaySpan & { previous?: DaySpan },
    entityRefs: string[],
  ): Promise<ReadonlyMap<string, MemberCounts>> {
    return new Map(
      entityRefs.map(ref => {
        const component = this.#components.get(ref);
        const days = component
          ? this.#daysOf(calculation, component, selection, window)
          : [];
        const before =
          component && window.previous
            ? this.#daysOf(calculation, component, selection, window.previous)
            : [];
        const weeks = new Map<string, number>();
        for (const day of days) {
          if (day.metric === 'deployments') {
            const week = weekOf(day.day);
            weeks.set(week, (weeks.get(week) ?? 0) + day.count);
          }
        }
        return [
          ref,
          {
            leadTime: sum(days).get('lead_time') ?? new Map(),
            previousLeadTime: sum(before).get('lead_time') ?? new Map(),
            weeks,
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
    const records = this.#all()
      .flatMap(component => this.#deploymentsOf(calculation, component))
      .filter(
        record =>
          isInside(span, record.day) &&
          isSelected(
            this.#components.get(record.entityRef)!,
            selection,
            record.day,
          ) &&
          (page.exclusion === undefined ||
            record.exclusion === page.exclusion ||
            record.changes.some(change => change.exclusion === page.exclusion)),
      )
      .sort(newestFirst);
    const { after } = page;
    return {
      total: records.length,
      items: records
        .filter(record => !after || newestFirst(after, record) < 0)
        .slice(0, page.limit),
    };
  }

  #all(): FakeComponent[] {
    return [...this.#components.values()].sort((a, b) =>
      a.ref < b.ref ? -1 : 1,
    );
  }

  #resultsOf(calculation: string): KeptResult[] {
    return [...this.#results]
      .filter(([key]) => key.startsWith(`${calculation} `))
      .map(([, result]) => result);
  }

  #result(calculation: string, ref: string): KeptResult | undefined {
    return this.#results.get(`${calculation} ${ref}`);
  }

  #describe(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
  ): SelectionState {
    const components = this.#selected(selection, span);
    const results = components.map(({ ref }) => this.#result(calculation, ref));
    const days = results
      .flatMap(result => result?.firstDeploymentDay ?? [])
      .sort();
    const recorded = results.flatMap(result => result?.latestRecordedAt ?? []);
    return {
      components: components.length,
      firstDeploymentDay: days[0] ?? null,
      latestRecordedAt: recorded.length > 0 ? Math.max(...recorded) : null,
      reporting: this.#listReporting(calculation, selection, span),
    };
  }

  #listReporting(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
  ): ReportingComponents[] {
    const reporting = this.#members(calculation, selection, span)
      .flatMap(({ entityRef, deployments, firstDeploymentDay }) => {
        if (deployments === null || firstDeploymentDay === null) {
          return [];
        }
        const { scopes } = this.#components.get(entityRef)!;
        const owned = scopes
          .filter(scope => scope.ref === selection.scopeRef)
          .map(scope => ({
            fromDay: scope.fromDay,
            toDay: scope.toDay ?? null,
          }));
        const days = countKnownDays(
          span,
          firstDeploymentDay,
          selection.ownership === 'now' ? undefined : owned,
        );
        return [{ entityRef, components: 1, deployments, days }];
      })
      .filter(({ days }) => days > 0);
    if (selection.ownership === 'then') {
      return reporting;
    }
    const groups = new Map<string, ReportingComponents>();
    for (const { deployments, days } of reporting) {
      const key = `${deployments} ${days}`;
      const components = (groups.get(key)?.components ?? 0) + 1;
      groups.set(key, { components, deployments, days });
    }
    return [...groups.values()];
  }

  #selected(selection: DoraSelection, span: DaySpan): FakeComponent[] {
    return this.#all().filter(component =>
      selection.ownership === 'now'
        ? isSelected(component, selection, span.to)
        : matches(component, selection) &&
          component.scopes.some(
            scope =>
              scope.ref === selection.scopeRef &&
              scope.fromDay <= span.to &&
              (scope.toDay === undefined || scope.toDay > span.from),
          ),
    );
  }

  #daysOf(
    calculation: string,
    component: FakeComponent,
    selection: DoraSelection,
    span: DaySpan,
  ): DayCount[] {
    return (this.#result(calculation, component.ref)?.days ?? []).filter(
      ({ day }) => isInside(span, day) && isSelected(component, selection, day),
    );
  }

  #days(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
  ): DayCount[] {
    return this.#all().flatMap(component =>
      this.#daysOf(calculation, component, selection, span),
    );
  }

  #members(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
  ): MemberRow[] {
    return this.#selected(selection, span).map(component => {
      const result = this.#result(calculation, component.ref);
      const first = result?.firstDeploymentDay ?? null;
      const counts = sum(this.#daysOf(calculation, component, selection, span));
      const isReporting = first !== null && first <= span.to;
      const median = toMedian(counts.get('lead_time'));
      return {
        entityRef: component.ref,
        name: component.name,
        title: component.title ?? null,
        sortName: (component.title ?? component.name).toLocaleLowerCase(
          'en-US',
        ),
        kind: 'component',
        type: component.type ?? null,
        tier: component.tier ?? null,
        lifecycle: component.lifecycle ?? null,
        ownerRef: component.ownerRef ?? null,
        systemRef: component.systemRef ?? null,
        deployments: isReporting
          ? [...(counts.get('deployments')?.values() ?? [])][0] ?? 0
          : null,
        firstDeploymentDay: isReporting ? first : null,
        lastDeploymentAt: isReporting ? result!.lastDeploymentAt : null,
        leadTimeSamples: median?.samples ?? 0,
        leadTimeBin: median?.bin ?? null,
      };
    });
  }

  #deploymentsOf(
    calculation: string,
    component: FakeComponent,
  ): DeploymentRecord[] {
    const { delivery } = this.#result(calculation, component.ref) ?? {};
    const facts = this.#facts.get(component.ref);
    return (delivery?.deployments ?? []).map(verdict => {
      const fact = facts!.deployments.find(
        ({ source, subject }) =>
          source === verdict.source && subject === verdict.subject,
      )!;
      const changes = delivery!.samples
        .filter(
          sample =>
            sample.source === verdict.source &&
            sample.deployment === verdict.subject,
        )
        .sort((a, b) => (a.changeKey < b.changeKey ? -1 : 1))
        .map((sample): CarriedChange => {
          const change = facts!.changes.find(
            ({ commitSha, subject }) =>
              commitSha === sample.changeKey || subject === sample.changeKey,
          );
          return {
            key: sample.changeKey,
            title: null,
            url: null,
            commitSha: change?.commitSha ?? null,
            firstCommitAt: change?.firstCommitAt ?? null,
            openedAt: change?.openedAt ?? null,
            firstReviewAt: change?.firstReviewAt ?? null,
            mergedAt: change?.mergedAt ?? null,
            leadTime: sample.seconds,
            exclusion: sample.exclusion,
          };
        });
      return {
        entityRef: component.ref,
        entityName: component.name,
        entityTitle: component.title ?? null,
        source: fact.source,
        subject: fact.subject,
        title: null,
        url: null,
        environment: fact.environment,
        environmentTier: fact.environmentTier,
        startedAt: fact.startedAt,
        finishedAt: fact.finishedAt,
        at: verdict.at,
        day: verdict.day,
        result: fact.result,
        deploymentType: fact.deploymentType,
        version: fact.version,
        commitSha: fact.commitSha,
        hotfix: null,
        planned: null,
        exclusion: verdict.exclusion,
        recordedAt: facts!.latestRecordedAt!,
        changesTotal: changes.length,
        changes,
      };
    });
  }
}

function isInside(span: DaySpan, day: string): boolean {
  return day >= span.from && day <= span.to;
}

function isSelected(
  component: FakeComponent,
  selection: DoraSelection,
  day: string,
): boolean {
  return (
    matches(component, selection) &&
    component.scopes.some(
      scope =>
        scope.ref === selection.scopeRef &&
        (selection.ownership === 'now'
          ? scope.toDay === undefined
          : scope.fromDay <= day &&
            (scope.toDay === undefined || scope.toDay > day)),
    )
  );
}

function matches(component: FakeComponent, selection: DoraSelection): boolean {
  const filter: ComponentFilter = selection.filter ?? {};
  const isIn = (refs: string[]) =>
    component.scopes.some(
      scope =>
        scope.toDay === undefined &&
        refs.includes(scope.ref) &&
        isVisible(selection.visibility, scope.ref, undefined),
    );
  const equals = (wanted: string | undefined, value: string | undefined) =>
    wanted === undefined || wanted === value;
  const text = filter.text?.toLowerCase();
  const owners = filter.ownerRefs;
  return (
    isVisible(selection.visibility, component.ref, [
      { key: 'kind', value: 'component' },
      { key: 'metadata.name', value: component.name.toLowerCase() },
    ]) &&
    equals(filter.systemRef, component.systemRef) &&
    equals(filter.type, component.type) &&
    equals(filter.tier, component.tier) &&
    equals(filter.lifecycle, component.lifecycle) &&
    (filter.domainRef === undefined || isIn([filter.domainRef])) &&
    (owners === undefined ||
      owners.includes(component.ownerRef ?? '') ||
      (filter.descendants === true && isIn(owners))) &&
    (!text ||
      component.name.toLowerCase().includes(text) ||
      Boolean(component.title?.toLowerCase().includes(text)))
  );
}

function sum(days: DayCount[]): CountsByMetric {
  const counts = new Map<DayMetric, Map<number, number>>();
  for (const { metric, bin, count } of days) {
    const bins = counts.get(metric) ?? new Map<number, number>();
    bins.set(bin, (bins.get(bin) ?? 0) + count);
    counts.set(metric, bins);
  }
  return counts;
}

function toMedian(counts: BinCounts = new Map()): LeadTimeMedian | undefined {
  const bins = [...counts].sort(([a], [b]) => a - b);
  const samples = bins.reduce((total, [, count]) => total + count, 0);
  let reached = 0;
  const median = bins.find(([, count]) => {
    reached += count;
    return reached * 2 >= samples;
  });
  return median && { bin: median[0], samples };
}

function newestFirst(
  a: { at: number; entityRef: string; source: string; subject: string },
  b: { at: number; entityRef: string; source: string; subject: string },
): number {
  if (a.at !== b.at) {
    return b.at - a.at;
  }
  const keyOf = (row: typeof a) =>
    [row.entityRef, row.source, row.subject].join('\n');
  if (keyOf(a) === keyOf(b)) {
    return 0;
  }
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
