import type {
  ComponentDeployments,
  DayMetric,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { orderByText, whereAnyOf } from '../catalog/DatabaseLists';
import { joinSelectedDays, whereSelectedDuring } from './DatabaseDoraSelection';
import { listDeployments } from './DatabaseDeploymentList';
import { countMembers, listMembers } from './DatabaseMemberList';
import { countKnownDays } from './knownDays';
import type {
  CountsByMetric,
  DaySpan,
  DeploymentPageRequest,
  DoraSelection,
  DoraStore,
  MemberPageRequest,
  SelectionState,
} from './DoraStore';

/** The DORA reads on SQLite and PostgreSQL. */
export class DatabaseDoraStore implements DoraStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async describe(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
  ): Promise<SelectionState> {
    const row: StateRow | undefined = await this.#knex('entities as member')
      .leftJoin('dora_entities as state', join =>
        join
          .on('state.entity_ref', 'member.ref')
          .andOnVal('state.calculation', calculation),
      )
      .modify(query => whereSelectedDuring(query, selection, span))
      .count({ components: '*' })
      .min({ first: 'state.first_deployment_day' })
      .max({ latest: 'state.latest_recorded_at' })
      .first();
    return {
      components: Number(row?.components ?? 0),
      firstDeploymentDay: row?.first ?? null,
      latestRecordedAt: row?.latest ? Number(row.latest) : null,
    };
  }

  async sumSpan(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
  ): Promise<CountsByMetric> {
    const rows = await this.#days(calculation, selection, span)
      .groupBy('day.metric', 'day.bin')
      .select('day.metric', 'day.bin')
      .sum({ count: 'day.count' });
    return collectCounts(rows);
  }

  async sumWeeks(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
  ): Promise<ReadonlyMap<string, CountsByMetric>> {
    const rows = await this.#days(calculation, selection, span)
      .whereIn('day.metric', ['deployments', 'lead_time'])
      .groupBy('day.week', 'day.metric', 'day.bin')
      .select('day.week', 'day.metric', 'day.bin')
      .sum({ count: 'day.count' });
    const weeks = new Map<string, CountRow[]>();
    for (const row of rows) {
      const week = weeks.get(row.week);
      if (week) {
        week.push(row);
      } else {
        weeks.set(row.week, [row]);
      }
    }
    return new Map(
      [...weeks].map(([week, weekRows]) => [week, collectCounts(weekRows)]),
    );
  }

  async countByComponent(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
  ): Promise<(ComponentDeployments & { entityRef: string })[]> {
    const deployments = this.#days(calculation, selection, span)
      .where('day.metric', 'deployments')
      .groupBy('day.entity_ref')
      .select('day.entity_ref')
      .sum({ deployments: 'day.count' })
      .as('counted');
    const reporting = this.#knex('entities as member')
      .join('dora_entities as state', join =>
        join
          .on('state.entity_ref', 'member.ref')
          .andOnVal('state.calculation', calculation),
      )
      .where('state.first_deployment_day', '<=', span.to)
      .modify(query => whereSelectedDuring(query, selection, span))
      .leftJoin(deployments, 'counted.entity_ref', 'member.ref')
      .modify(query => orderByText(query, 'member.ref'))
      .select(
        'member.ref',
        'state.first_deployment_day',
        'counted.deployments',
      );
    const rows: ReportingRow[] = await (selection.ownership === 'now'
      ? reporting
      : reporting
          .join('scope_spans as owned', join =>
            join
              .on('owned.entity_ref', 'member.ref')
              .andOnVal('owned.scope_ref', selection.scopeRef),
          )
          .select('owned.from_day', 'owned.to_day'));

    const components = new Map<
      string,
      ComponentDeployments & { entityRef: string }
    >();
    for (const row of rows) {
      const known = components.get(row.ref);
      components.set(row.ref, {
        entityRef: row.ref,
        deployments: Number(row.deployments ?? 0),
        days:
          (known?.days ?? 0) +
          countKnownDays(
            span,
            row.first_deployment_day,
            row.from_day === undefined
              ? undefined
              : [{ fromDay: row.from_day, toDay: row.to_day ?? null }],
          ),
      });
    }
    // Known to deploy, but only after it had left the scope.
    return [...components.values()].filter(({ days }) => days > 0);
  }

  async listLeadTimes(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    range: { from: number; to: number; offset: number; limit: number },
  ): Promise<number[]> {
    const rows: { lead_time: number | string }[] = await this.#knex(
      'dora_samples as sample',
    )
      .where('sample.calculation', calculation)
      .whereBetween('sample.day', [span.from, span.to])
      .where('sample.lead_time', '>=', range.from)
      .where('sample.lead_time', '<', range.to)
      .modify(query =>
        joinSelectedDays(query, selection, {
          entityRef: 'sample.entity_ref',
          day: 'sample.day',
        }),
      )
      .orderBy('sample.lead_time')
      .offset(range.offset)
      .limit(range.limit)
      .select('sample.lead_time');
    return rows.map(row => Number(row.lead_time));
  }

  async includesAny(
    selection: DoraSelection,
    span: DaySpan,
    entityRefs: string[],
  ): Promise<boolean> {
    const row = await this.#knex('entities as member')
      .modify(query => whereAnyOf(query, 'member.ref', entityRefs))
      .modify(query => whereSelectedDuring(query, selection, span))
      .first('member.ref');
    return row !== undefined;
  }

  listMembers(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    page: MemberPageRequest,
  ) {
    return listMembers(this.#knex, { calculation, selection, span, page });
  }

  countMembers(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    entityRefs: string[],
  ) {
    return countMembers(this.#knex, {
      calculation,
      selection,
      span,
      entityRefs,
    });
  }

  listDeployments(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    page: DeploymentPageRequest,
  ) {
    return listDeployments(this.#knex, { calculation, selection, span, page });
  }

  #days(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
  ): Knex.QueryBuilder {
    return this.#knex('dora_entity_days as day')
      .where('day.calculation', calculation)
      .whereBetween('day.day', [span.from, span.to])
      .modify(query =>
        joinSelectedDays(query, selection, {
          entityRef: 'day.entity_ref',
          day: 'day.day',
        }),
      );
  }
}

interface StateRow {
  components?: number | string;
  first?: string | null;
  latest?: number | string | null;
}

interface ReportingRow {
  ref: string;
  first_deployment_day: string;
  deployments: number | string | null;
  /** Only as owned then. */
  from_day?: string;
  to_day?: string | null;
}

interface CountRow {
  metric: DayMetric;
  bin: number;
  count: number | string;
}

function collectCounts(rows: CountRow[]): CountsByMetric {
  const counts = new Map<DayMetric, Map<number, number>>();
  for (const { metric, bin, count } of rows) {
    const bins = counts.get(metric);
    if (bins) {
      bins.set(bin, Number(count));
    } else {
      counts.set(metric, new Map([[bin, Number(count)]]));
    }
  }
  return counts;
}
