import type { Knex } from 'knex';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import {
  joinSelectedDays,
  whereSelectedDuring,
} from '../catalog/DatabaseComponentSelection';
import { orderByText, whereAnyOf } from '../catalog/DatabaseLists';
import { snapshotRevision } from '../catalog/DatabaseScanRows';
import {
  countActive,
  countCompletedByDay,
  sumMetric,
  sumWindow,
} from './DatabaseFlowCounts';
import {
  countMemberWeeks,
  listMembers,
  sumMembers,
} from './DatabaseFlowMembers';
import { readStates } from './DatabaseFlowStates';
import { describeAges } from './DatabaseOpenItems';
import { listPipelines } from './DatabasePipelines';
import { listItems } from './DatabaseWorkItemList';
import type {
  CountedMetric,
  DurationRows,
  FlowMemberPage,
  FlowSelectionState,
  FlowStore,
  ItemMoment,
  ItemPageRequest,
  PeriodCounts,
  WindowSpans,
} from './FlowStore';

/** The flow reads on SQLite and PostgreSQL. */
export class DatabaseFlowStore implements FlowStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async readRevision(calculation: string): Promise<string> {
    const [row] = await this.#knex.select(
      ...snapshotRevision(this.#knex),
      // As text: the sum has more digits than a number holds.
      this.#knex('flow_entities')
        .where({ calculation })
        .select(
          this.#knex.raw(
            "cast(count(*) as text) || '/' || cast(coalesce(sum(computed_at), 0) as text)",
          ),
        )
        .as('computed'),
    );
    return JSON.stringify(Object.values(row));
  }

  async describe(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<FlowSelectionState> {
    const members = this.#knex('entities as member')
      .leftJoin('flow_entities as state', join =>
        join
          .on('state.entity_ref', 'member.ref')
          .andOnVal('state.calculation', calculation),
      )
      .modify(query => whereSelectedDuring(query, selection, span));
    const active = countActive(this.#knex, calculation, selection, span);
    const [[row], activeComponents] = await Promise.all([
      members.select(
        this.#knex.raw('count(*) as components'),
        this.#knex.raw(
          'sum(case when state.first_item_day is null and state.first_build_day is null then 0 else 1 end) as reporting',
        ),
        this.#knex.raw('min(state.first_item_day) as first_item_day'),
        this.#knex.raw('min(state.first_build_day) as first_build_day'),
        this.#knex.raw('max(state.latest_recorded_at) as latest'),
      ),
      active,
    ]);
    return {
      components: Number(row.components),
      reporting: Number(row.reporting ?? 0),
      active: activeComponents,
      firstItemDay: row.first_item_day,
      firstBuildDay: row.first_build_day,
      latestRecordedAt: row.latest === null ? null : Number(row.latest),
    };
  }

  sumWindow(
    calculation: string,
    selection: ComponentSelection,
    window: WindowSpans,
  ) {
    return sumWindow(this.#knex, calculation, selection, window);
  }

  sumMetric(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    metric: CountedMetric,
  ) {
    return sumMetric(this.#knex, calculation, selection, span, metric);
  }

  countCompletedByDay(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ) {
    return countCompletedByDay(this.#knex, calculation, selection, span);
  }

  readStates(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ) {
    return readStates(this.#knex, calculation, selection, span);
  }

  async listDurations(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    limit: number,
  ): Promise<DurationRows> {
    const rows: Record<string, any>[] = await this.#knex('flow_items as item')
      .where('item.calculation', calculation)
      .where('item.withdrawn', false)
      .whereBetween('item.completed_day', [span.from, span.to])
      .modify(query =>
        joinSelectedDays(query, selection, {
          entityRef: 'item.entity_ref',
          day: 'item.completed_day',
        }),
      )
      .limit(limit)
      .select(
        'item.cycle_seconds',
        'item.flow_seconds',
        'item.blocked_seconds',
        'item.ever_blocked',
      );
    const known = (values: unknown[]) =>
      values.filter(value => value !== null).map(Number);
    return {
      cycle: known(rows.map(row => row.cycle_seconds)),
      flow: known(rows.map(row => row.flow_seconds)),
      blocked: known(
        rows
          .filter(row => Boolean(row.ever_blocked))
          .map(row => row.blocked_seconds),
      ),
    };
  }

  describeAges(
    calculation: string,
    selection: ComponentSelection,
    moment: ItemMoment,
    expectationSeconds: number | null,
  ) {
    return describeAges(
      this.#knex,
      calculation,
      selection,
      moment,
      expectationSeconds,
    );
  }

  async sumPeriods(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<PeriodCounts[]> {
    const rows: Record<string, any>[] = await this.#knex(
      'flow_entity_periods as outcome',
    )
      .join('entities as member', 'member.ref', 'outcome.entity_ref')
      .where('outcome.calculation', calculation)
      .modify(query => whereSelectedDuring(query, selection, span))
      .groupBy('outcome.period')
      .select('outcome.period')
      .max({ last_day: 'outcome.last_day' })
      .sum({
        committed: 'outcome.committed',
        added: 'outcome.added',
        removed: 'outcome.removed',
        done: 'outcome.done',
        added_done: 'outcome.added_done',
        carried_over: 'outcome.carried_over',
      });
    return rows.map(row => ({
      period: row.period,
      lastDay: row.last_day,
      committed: Number(row.committed),
      added: Number(row.added),
      removed: Number(row.removed),
      done: Number(row.done),
      addedDone: Number(row.added_done),
      carriedOver: Number(row.carried_over),
    }));
  }

  listMembers(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    moment: ItemMoment,
    page: FlowMemberPage,
  ) {
    return listMembers(this.#knex, {
      calculation,
      selection,
      span,
      moment,
      page,
    });
  }

  countMemberWeeks(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    entityRefs: string[],
  ) {
    return countMemberWeeks(this.#knex, {
      calculation,
      selection,
      span,
      entityRefs,
    });
  }

  sumMembers(
    ...[calculation, selection, span, metrics]: Parameters<
      FlowStore['sumMembers']
    >
  ) {
    return sumMembers(this.#knex, { calculation, selection, span, metrics });
  }

  listItems(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    moment: ItemMoment,
    page: ItemPageRequest,
  ) {
    return listItems(this.#knex, {
      calculation,
      selection,
      span,
      moment,
      page,
    });
  }

  listPipelines(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    limit: number,
  ) {
    return listPipelines(this.#knex, { calculation, selection, span, limit });
  }

  async listBusyScopes(
    calculation: string,
    span: DaySpan,
    minimum: number,
  ): Promise<{ scopeRef: string; firstItemDay: string }[]> {
    const completed = this.#knex('flow_entity_days')
      .where({ calculation, metric: 'completed' })
      .whereBetween('day', [span.from, span.to])
      .groupBy('entity_ref')
      .select('entity_ref')
      .sum({ items: 'count' });
    const query = this.#knex('flow_entities as state')
      .join('scope_spans as span', 'span.entity_ref', 'state.entity_ref')
      .leftJoin(completed.as('done'), 'done.entity_ref', 'state.entity_ref')
      .where('state.calculation', calculation)
      .whereNotNull('state.first_item_day')
      .whereNull('span.to_day')
      .where('span.entity_ref', 'like', 'component:%')
      .groupBy('span.scope_ref')
      .havingRaw('sum(coalesce(done.items, 0)) >= ?', [minimum])
      .select({ scopeRef: 'span.scope_ref' })
      .min({ firstItemDay: 'state.first_item_day' });
    orderByText(query, 'span.scope_ref');
    return query as unknown as Promise<
      { scopeRef: string; firstItemDay: string }[]
    >;
  }

  async includesAny(
    selection: ComponentSelection,
    span: DaySpan,
    entityRefs: string[],
  ): Promise<boolean> {
    const row = await this.#knex('entities as member')
      .modify(query => whereAnyOf(query, 'member.ref', entityRefs))
      .modify(query => whereSelectedDuring(query, selection, span))
      .first('member.ref');
    return row !== undefined;
  }
}
