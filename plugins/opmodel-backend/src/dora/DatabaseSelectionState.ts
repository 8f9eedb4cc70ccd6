import type { Knex } from 'knex';
import { isPostgres } from '../catalog/DatabaseLists';
import { joinSelectedDays, whereSelectedDuring } from './DatabaseDoraSelection';
import { dayNumber } from './dayNumber';
import type {
  DaySpan,
  DoraSelection,
  ReportingComponents,
  SelectionState,
  WindowSpans,
} from './DoraStore';
import { countKnownDays } from './knownDays';

/** What a selection holds in a window and in the one before it. */
export async function describeSelection(
  knex: Knex,
  calculation: string,
  selection: DoraSelection,
  window: WindowSpans,
): Promise<{ current: SelectionState; previous: SelectionState }> {
  if (selection.ownership === 'now') {
    return describeNow(knex, calculation, selection, window);
  }
  const [current, previous] = await Promise.all(
    [window, window.previous].map(span =>
      describeThen(knex, calculation, selection, span),
    ),
  );
  return { current, previous };
}

/** Deployments that count in a span, by the component's own list of their days: of `dora_entities` under the alias `state`. */
export function countDeployments(knex: Knex, span: DaySpan): Knex.Raw {
  const [from, to] = [dayNumber(span.from), dayNumber(span.to)];
  return isPostgres(knex)
    ? knex.raw(
        'width_bucket(?::int, state.deployment_days) - width_bucket(?::int, state.deployment_days)',
        [to, from - 1],
      )
    : knex.raw(
        '(select count(*) from json_each(state.deployment_days) where value between ? and ?)',
        [from, to],
      );
}

interface GroupRow {
  span: 'current' | 'previous';
  known_from: string | null;
  deployments: number | string;
  components: number | string;
  first: string | null;
  latest: number | string | null;
}

/** Components that did the same are counted together, so that the answer is small however many they are. */
async function describeNow(
  knex: Knex,
  calculation: string,
  selection: DoraSelection,
  window: WindowSpans,
): Promise<{ current: SelectionState; previous: SelectionState }> {
  const members = knex('entities as member')
    .leftJoin('dora_entities as state', join =>
      join
        .on('state.entity_ref', 'member.ref')
        .andOnVal('state.calculation', calculation),
    )
    .modify(query => whereSelectedDuring(query, selection, window))
    .select(
      'state.first_deployment_day as first',
      'state.latest_recorded_at as latest',
      knex.raw('? as current_deployments', [countDeployments(knex, window)]),
      knex.raw('? as previous_deployments', [
        countDeployments(knex, window.previous),
      ]),
    );
  const groups = (name: GroupRow['span'], span: DaySpan) =>
    knex('members')
      .select(
        knex.raw(`'${name}' as span`),
        knex.raw(
          `case when first is null or first > ? then null when first < ? then ? else first end as known_from`,
          [span.to, span.from, span.from],
        ),
        knex.raw(`${name}_deployments as deployments`),
      )
      .count({ components: '*' })
      .min({ first: 'first' })
      .max({ latest: 'latest' })
      .groupBy(2, 3);
  const rows: GroupRow[] = await knex
    .withMaterialized('members', members)
    .from(
      knex.raw(
        '(select * from (?) as one union all select * from (?) as other) as counted',
        [groups('current', window), groups('previous', window.previous)],
      ),
    )
    .select('*');
  return {
    current: toState(rows, 'current', window),
    previous: toState(rows, 'previous', window.previous),
  };
}

function toState(
  rows: GroupRow[],
  name: GroupRow['span'],
  span: DaySpan,
): SelectionState {
  const own = rows.filter(row => row.span === name);
  const latest = own.flatMap(row =>
    row.latest === null ? [] : Number(row.latest),
  );
  return {
    components: own.reduce((sum, row) => sum + Number(row.components), 0),
    firstDeploymentDay: own.flatMap(row => row.first ?? []).sort()[0] ?? null,
    latestRecordedAt: latest.length > 0 ? Math.max(...latest) : null,
    reporting: own.flatMap((row): ReportingComponents[] =>
      row.known_from === null
        ? []
        : [
            {
              components: Number(row.components),
              deployments: Number(row.deployments),
              days: countKnownDays(span, row.known_from),
            },
          ],
    ),
  };
}

interface ReportingRow {
  ref: string;
  first_deployment_day: string | null;
  latest_recorded_at: number | string | null;
  deployments: number | string | null;
  from_day: string;
  to_day: string | null;
}

/** As owned then, each component counts on the days on which it belonged to the scope. */
async function describeThen(
  knex: Knex,
  calculation: string,
  selection: DoraSelection,
  span: DaySpan,
): Promise<SelectionState> {
  const deployments = knex('dora_entity_days as day')
    .where('day.calculation', calculation)
    .whereBetween('day.day', [span.from, span.to])
    .modify(query =>
      joinSelectedDays(query, selection, {
        entityRef: 'day.entity_ref',
        day: 'day.day',
      }),
    )
    .where('day.metric', 'deployments')
    .groupBy('day.entity_ref')
    .select('day.entity_ref')
    .sum({ deployments: 'day.count' })
    .as('counted');
  const rows: ReportingRow[] = await knex('entities as member')
    .leftJoin('dora_entities as state', join =>
      join
        .on('state.entity_ref', 'member.ref')
        .andOnVal('state.calculation', calculation),
    )
    .modify(query => whereSelectedDuring(query, selection, span))
    .leftJoin(deployments, 'counted.entity_ref', 'member.ref')
    .join('scope_spans as owned', join =>
      join
        .on('owned.entity_ref', 'member.ref')
        .andOnVal('owned.scope_ref', selection.scopeRef),
    )
    .select(
      'member.ref',
      'state.first_deployment_day',
      'state.latest_recorded_at',
      'counted.deployments',
      'owned.from_day',
      'owned.to_day',
    );
  const reporting = new Map<string, ReportingComponents>();
  for (const row of rows) {
    const first = row.first_deployment_day;
    if (first !== null && first <= span.to) {
      const owned = [{ fromDay: row.from_day, toDay: row.to_day }];
      reporting.set(row.ref, {
        components: 1,
        entityRef: row.ref,
        deployments: Number(row.deployments ?? 0),
        days:
          (reporting.get(row.ref)?.days ?? 0) +
          countKnownDays(span, first, owned),
      });
    }
  }
  const latest = rows.flatMap(row =>
    row.latest_recorded_at === null ? [] : Number(row.latest_recorded_at),
  );
  return {
    components: new Set(rows.map(row => row.ref)).size,
    firstDeploymentDay:
      rows.flatMap(row => row.first_deployment_day ?? []).sort()[0] ?? null,
    latestRecordedAt: latest.length > 0 ? Math.max(...latest) : null,
    // Known to deploy, but only after it had left the scope.
    reporting: [...reporting.values()].filter(({ days }) => days > 0),
  };
}
