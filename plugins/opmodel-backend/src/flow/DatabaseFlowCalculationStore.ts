import { dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { orderByText, whereTextAfter } from '../catalog/DatabaseLists';
import {
  type CalculatedIdentity,
  type CalculatedTable,
  replaceCalculatedRows,
} from '../lib/DatabaseCalculatedRows';
import {
  addToScopes,
  type DayDelta,
  deltasOf,
  lockEntities,
} from '../lib/DatabaseScopeDayRows';
import { readFlowFacts } from './DatabaseFlowFacts';
import { flowScopeDays } from './DatabaseFlowScopeDays';
import type { FlowCalculationStore, FlowFacts } from './FlowCalculationStore';
import type { FlowResult } from './FlowResult';
import { blockedSecondsOf, keepFlow, type KeptFlow } from './keepFlow';

const TABLES: readonly CalculatedTable[] = [
  {
    table: 'flow_entities',
    keys: [],
    values: [
      'first_item_day',
      'first_build_day',
      'latest_recorded_at',
      'computed_at',
    ],
  },
  {
    table: 'flow_items',
    keys: ['source', 'item'],
    values: [
      'category',
      'state',
      'arrived_at',
      'started_at',
      'completed_at',
      'cancelled_at',
      'arrived_day',
      'completed_day',
      'ended_day',
      'cycle_seconds',
      'flow_seconds',
      'blocked_seconds',
      'exclusion',
      'times_reopened',
      'ever_blocked',
      'withdrawn',
      'at',
    ],
  },
  {
    table: 'flow_item_periods',
    keys: ['source', 'item', 'period'],
    values: [],
  },
  {
    table: 'flow_entity_days',
    keys: ['day', 'metric', 'bin'],
    values: ['week', 'count'],
  },
  { table: 'flow_stocks', keys: ['metric'], values: ['count'] },
  {
    table: 'flow_entity_periods',
    keys: ['period'],
    values: [
      'last_day',
      'committed',
      'added',
      'removed',
      'done',
      'added_done',
      'carried_over',
    ],
  },
  {
    table: 'flow_builds',
    keys: ['source', 'run'],
    values: [
      'pipeline',
      'day',
      'at',
      'finished_at',
      'result',
      'duration_seconds',
      'queue_seconds',
      'exclusion',
    ],
  },
];

/** The records that flow is computed from. */
const RECORD_TABLES = ['work_items', 'pipeline_runs'];

/** Reads the records of intake and keeps what is calculated from them. */
export class DatabaseFlowCalculationStore implements FlowCalculationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async writeFlow(
    calculation: string,
    entityRef: string,
    compute: (facts: FlowFacts) => FlowResult,
    { now }: { now: number },
  ): Promise<void> {
    const identity: CalculatedIdentity = { calculation, entity_ref: entityRef };
    await this.#knex.transaction(async transaction => {
      // Before the facts are read: whoever comes later reads newer ones, so that the last result is the one of the last facts.
      await lockEntities(transaction, flowScopeDays, [entityRef]);
      const facts = await readFlowFacts(transaction, entityRef);
      const rows = toRows(keepFlow(compute(facts)), facts, now);
      let deltas: DayDelta[] = [];
      for (const table of TABLES) {
        const { removed, added } = await replaceCalculatedRows(
          transaction,
          table,
          identity,
          rows[table.table],
        );
        if (table.table === flowScopeDays.entityDays) {
          deltas = deltasOf(removed, added);
        }
      }
      // Last, so that the rows that others wait for are held only shortly.
      await addToScopes(
        transaction,
        flowScopeDays,
        calculation,
        entityRef,
        deltas,
      );
    });
  }

  async listWithDaysBefore(
    calculation: string,
    { day, after, limit }: { day: string; after: string; limit: number },
  ): Promise<{ entityRef: string; rows: number }[]> {
    const query = this.#knex('flow_entity_days')
      .where({ calculation })
      .andWhere('day', '<', day)
      .groupBy('entity_ref')
      .select('entity_ref')
      .count({ rows: '*' })
      .limit(limit);
    whereTextAfter(query, 'entity_ref', after);
    orderByText(query, 'entity_ref');
    const rows: Record<string, unknown>[] = await query;
    return rows.map(row => ({
      entityRef: String(row.entity_ref),
      rows: Number(row.rows),
    }));
  }

  async listUncalculated(calculation: string): Promise<string[]> {
    const missing = RECORD_TABLES.map(table =>
      this.#knex(`${table} as reporting`)
        .where('reporting.superseded_at', null)
        .whereNotExists(
          this.#knex('flow_entities as mine')
            .where('mine.calculation', calculation)
            .whereRaw('mine.entity_ref = reporting.entity_ref'),
        )
        .select('reporting.entity_ref'),
    );
    // A replica of another version took the last change for itself.
    const overtaken = this.#knex('flow_entities as mine')
      .where('mine.calculation', calculation)
      .whereExists(
        this.#knex('flow_entities as other')
          .whereRaw('other.entity_ref = mine.entity_ref')
          .whereRaw('other.calculation <> mine.calculation')
          .whereRaw('other.computed_at > mine.computed_at'),
      )
      .select('mine.entity_ref');
    const rows = await overtaken.union(missing).orderBy('entity_ref');
    return rows.map(row => row.entity_ref);
  }

  async dropOtherCalculations(
    calculation: string,
    unusedSince: number,
  ): Promise<void> {
    const unused = await this.#knex('flow_entities')
      .whereNot({ calculation })
      .groupBy('calculation')
      .havingRaw('max(computed_at) < ?', [unusedSince])
      .pluck('calculation');
    const { sums, members, scopes } = flowScopeDays;
    // Scopes first: what nobody keeps, nobody adds to.
    for (const table of [
      scopes,
      members,
      ...[...sums, ...TABLES].map(one => one.table),
    ]) {
      await this.#knex(table).whereIn('calculation', unused).delete();
    }
  }
}

function toRows(
  kept: KeptFlow,
  facts: FlowFacts,
  now: number,
): Record<string, Record<string, unknown>[]> {
  const { zone, workingTime } = kept;
  const day = (at: number | null) => (at === null ? null : dayOf(at, zone));
  // Of an item of which nothing is known there is nothing to list.
  const items = kept.items.filter(({ arrivedAt }) => arrivedAt !== null);
  return {
    flow_entities: [
      {
        first_item_day: kept.firstItemDay,
        first_build_day: kept.firstBuildDay,
        latest_recorded_at: facts.latestRecordedAt,
        computed_at: now,
      },
    ],
    flow_items: items.map(item => ({
      source: item.source,
      item: item.subject,
      category: item.category,
      state: item.phases.at(-1)?.state ?? 'todo',
      arrived_at: item.arrivedAt,
      started_at: item.startedAt,
      completed_at: item.completedAt,
      cancelled_at: item.cancelledAt,
      arrived_day: day(item.arrivedAt),
      completed_day: day(item.completedAt),
      ended_day: day(item.completedAt ?? item.cancelledAt),
      cycle_seconds: item.cycleSeconds,
      flow_seconds: item.flowSeconds,
      blocked_seconds: blockedSecondsOf(item, workingTime),
      exclusion: item.cycleTimeExclusion,
      times_reopened: item.timesReopened,
      ever_blocked: item.everBlocked,
      withdrawn: item.withdrawn,
      at: item.phases.at(-1)?.from ?? item.arrivedAt,
    })),
    flow_item_periods: items.flatMap(item =>
      [...new Set(item.periodChanges.map(({ period }) => period))].flatMap(
        period =>
          period === null
            ? []
            : [{ source: item.source, item: item.subject, period }],
      ),
    ),
    flow_entity_days: kept.days.map(row => ({ ...row })),
    flow_stocks: kept.stocks.map(row => ({ ...row })),
    flow_entity_periods: kept.periods.map(period => ({
      period: period.period,
      last_day: period.lastDay,
      committed: period.committed,
      added: period.added,
      removed: period.removed,
      done: period.done,
      added_done: period.addedDone,
      carried_over: period.carriedOver,
    })),
    flow_builds: kept.runs.flatMap(run =>
      run.at === null
        ? []
        : [
            {
              source: run.source,
              run: run.subject,
              pipeline: run.pipeline,
              day: day(run.at),
              at: run.at,
              finished_at: run.finishedAt,
              result: run.result,
              duration_seconds: run.durationSeconds,
              queue_seconds: run.queueSeconds,
              exclusion: run.exclusion,
            },
          ],
    ),
  };
}
