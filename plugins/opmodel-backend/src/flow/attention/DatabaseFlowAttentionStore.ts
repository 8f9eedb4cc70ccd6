import { ageOf, binValue } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type {
  ComponentSelection,
  DaySpan,
} from '../../catalog/ComponentSelection';
import { jsonTable, orderByText } from '../../catalog/DatabaseLists';
import { selectedDays } from '../DatabaseFlowCounts';
import {
  earliestWithin,
  joinMembersOn,
  whereInProgress,
} from '../DatabaseOpenItems';
import type {
  AgedComponent,
  AgedRequest,
  BuildingComponent,
  FlowAttentionStore,
} from './FlowAttentionStore';

/** Finds what flow asks people to look at, on SQLite and PostgreSQL. */
export class DatabaseFlowAttentionStore implements FlowAttentionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listAged(
    calculation: string,
    selection: ComponentSelection,
    request: AgedRequest,
  ): Promise<AgedComponent[]> {
    const { day, at, workingTime } = request.moment;
    const open = () =>
      this.#knex('flow_items as item')
        .where('item.calculation', calculation)
        .modify(query => whereInProgress(query, request.moment))
        .modify(query => joinMembersOn(query, selection, day));
    const [components, observed] = await Promise.all([
      open()
        .groupBy(
          'member.ref',
          'member.name',
          'member.title',
          'member.owner_ref',
        )
        .select(
          'member.ref',
          'member.name',
          'member.title',
          'member.owner_ref',
          this.#knex.raw('min(item.started_at) as oldest'),
        )
        .modify(query => orderByText(query, 'member.ref')),
      request.expectation === null
        ? this.#observe(calculation, selection, request.observed)
        : new Map<string, number>(),
    ]);
    const aged = (components as Record<string, any>[]).flatMap(row => {
      const expectation = request.expectation ?? observed.get(row.ref);
      const oldest = Number(row.oldest);
      return expectation !== undefined &&
        ageOf({ startedAt: oldest }, at, workingTime) > expectation
        ? [
            {
              ref: row.ref,
              row,
              oldest,
              expectation,
              before: earliestWithin(request.moment, expectation),
            },
          ]
        : [];
    });
    if (aged.length === 0) {
      return [];
    }
    const counts: { ref: string; items: number | string }[] = await open()
      .join(
        jsonTable(
          this.#knex,
          aged.map(({ ref, before }) => ({ ref, before })),
          { ref: 'text', before: 'bigint' },
          'limits',
        ) as unknown as string,
        join => join.on('limits.ref', '=', 'item.entity_ref'),
      )
      .whereRaw('item.started_at < limits.before')
      .groupBy('item.entity_ref')
      .select({ ref: 'item.entity_ref' })
      .count({ items: '*' });
    const itemsOf = new Map(
      counts.map(({ ref, items }) => [ref, Number(items)]),
    );
    return aged.map(({ ref, row, oldest, expectation }) => ({
      entityRef: ref,
      title: row.title ?? row.name,
      ownerRef: row.owner_ref,
      items: itemsOf.get(ref) ?? 0,
      oldest,
      expectation,
    }));
  }

  async listFailing(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    limits: { success: number; runs: number },
  ): Promise<BuildingComponent[]> {
    const counted = selectedDays(this.#knex, calculation, selection, span)
      .whereIn('day.metric', ['builds', 'failed_builds'])
      .groupBy('day.entity_ref')
      .select(
        'day.entity_ref',
        this.#knex.raw(
          `sum(case when day.metric = 'builds' then day.count else 0 end) as runs`,
        ),
        this.#knex.raw(
          `sum(case when day.metric = 'failed_builds' then day.count else 0 end) as failures`,
        ),
      );
    const rows: Record<string, any>[] = await this.#knex
      .from(counted.as('counted'))
      .join('entities as component', 'component.ref', 'counted.entity_ref')
      .where('counted.runs', '>=', limits.runs)
      .whereRaw('counted.runs - counted.failures < counted.runs * ?', [
        limits.success,
      ])
      .modify(query => orderByText(query, 'component.ref'))
      .select(
        'component.ref',
        'component.name',
        'component.title',
        'component.owner_ref',
        'counted.runs',
        'counted.failures',
      );
    return rows.map(row => ({
      entityRef: row.ref,
      title: row.title ?? row.name,
      ownerRef: row.owner_ref,
      runs: Number(row.runs),
      successes: Number(row.runs) - Number(row.failures),
    }));
  }

  /** For each component the cycle time, in seconds, within which the share of its items was done. */
  async #observe(
    calculation: string,
    selection: ComponentSelection,
    { share, minimum, ...span }: AgedRequest['observed'],
  ): Promise<Map<string, number>> {
    const bins = selectedDays(this.#knex, calculation, selection, span)
      .where('day.metric', 'cycle_time')
      .groupBy('day.entity_ref', 'day.bin')
      .select('day.entity_ref', 'day.bin')
      .sum({ count: 'day.count' });
    const reached = this.#knex
      .from(bins.as('bins'))
      .select(
        'entity_ref',
        'bin',
        this.#knex.raw('sum(count) over (partition by entity_ref) as n'),
        this.#knex.raw(
          'sum(count) over (partition by entity_ref order by bin) as reached',
        ),
      );
    const rows: { entity_ref: string; bin: number }[] = await this.#knex
      .from(reached.as('ranked'))
      .where('n', '>=', minimum)
      // In thousandths, so that both databases reckon with whole numbers.
      .whereRaw('reached * 1000 >= n * ?', [Math.round(share * 1000)])
      .groupBy('entity_ref')
      .select('entity_ref')
      .min({ bin: 'bin' });
    return new Map(
      rows.map(({ entity_ref: ref, bin }) => [ref, binValue(bin)]),
    );
  }
}
