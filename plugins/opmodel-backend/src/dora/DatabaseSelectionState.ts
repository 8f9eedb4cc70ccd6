import { countDays } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  countDeployments,
  countExcludedDays,
  toDays,
} from './DatabaseDayLists';
import {
  joinSelectedDays,
  whereSelectedDuring,
} from '../catalog/DatabaseComponentSelection';
import type {
  DaySpan,
  DoraSelection,
  EmptyDaysFrom,
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
  options: { emptyDaysFrom: EmptyDaysFrom },
): Promise<{ current: SelectionState; previous: SelectionState }> {
  if (selection.ownership === 'now') {
    return describeNow(knex, calculation, selection, window, options);
  }
  const [current, previous] = await Promise.all(
    [window, window.previous].map(span =>
      describeThen(knex, calculation, selection, span, options),
    ),
  );
  return { current, previous };
}

interface GroupRow {
  span: 'current' | 'previous';
  known_from: string | null;
  deployments: number | string;
  excluded: number | string;
  components: number | string;
  first: string | null;
  first_incident: string | null;
  latest: number | string | null;
}

/** Components that did the same are counted together, so that the answer is small however many they are. */
async function describeNow(
  knex: Knex,
  calculation: string,
  selection: DoraSelection,
  window: WindowSpans,
  { emptyDaysFrom }: { emptyDaysFrom: EmptyDaysFrom },
): Promise<{ current: SelectionState; previous: SelectionState }> {
  const knownFrom = ({ from, to }: DaySpan) =>
    knex.raw(
      `case when state.first_deployment_day is null or state.first_deployment_day > ? then null
       when ? or state.first_deployment_day < ? then ? else state.first_deployment_day end`,
      [to, emptyDaysFrom === 'window', from, from],
    );
  const members = knex('entities as member')
    .leftJoin('dora_entities as state', join =>
      join
        .on('state.entity_ref', 'member.ref')
        .andOnVal('state.calculation', calculation),
    )
    .modify(query => whereSelectedDuring(query, selection, window))
    .select(
      'state.first_deployment_day as first',
      'state.first_incident_day as first_incident',
      'state.latest_recorded_at as latest',
      ...(
        [
          ['current', window],
          ['previous', window.previous],
        ] as const
      ).flatMap(([name, span]) => [
        knex.raw('? as ??', [knownFrom(span), `${name}_known_from`]),
        knex.raw('? as ??', [
          countDeployments(knex, span),
          `${name}_deployments`,
        ]),
        knex.raw('? as ??', [
          countExcludedDays(knex, span, knownFrom(span)),
          `${name}_excluded`,
        ]),
      ]),
    );
  const groups = (name: GroupRow['span']) =>
    knex('members')
      .select(
        knex.raw(`'${name}' as span`),
        knex.raw(`${name}_known_from as known_from`),
        knex.raw(`${name}_deployments as deployments`),
        knex.raw(`${name}_excluded as excluded`),
      )
      .count({ components: '*' })
      .min({ first: 'first', first_incident: 'first_incident' })
      .max({ latest: 'latest' })
      .groupBy(2, 3, 4);
  const rows: GroupRow[] = await knex
    .withMaterialized('members', members)
    .from(
      knex.raw(
        '(select * from (?) as one union all select * from (?) as other) as counted',
        [groups('current'), groups('previous')],
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
    firstIncidentDay:
      own.flatMap(row => row.first_incident ?? []).sort()[0] ?? null,
    latestRecordedAt: latest.length > 0 ? Math.max(...latest) : null,
    reporting: own
      .flatMap((row): ReportingComponents[] =>
        row.known_from === null
          ? []
          : [
              {
                components: Number(row.components),
                deployments: Number(row.deployments),
                days: countDays(row.known_from, span.to) - Number(row.excluded),
              },
            ],
      )
      .filter(isKnownAtAll),
  };
}

/** Not where every day counts for nothing, nor where the component deployed only after it had left the scope. */
function isKnownAtAll({ days }: ReportingComponents): boolean {
  return days > 0;
}

interface ReportingRow {
  ref: string;
  first_deployment_day: string | null;
  first_incident_day: string | null;
  excluded_days: number[] | string | null;
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
  { emptyDaysFrom }: { emptyDaysFrom: EmptyDaysFrom },
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
      'state.first_incident_day',
      'state.excluded_days',
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
          countKnownDays(span, {
            firstDeploymentDay: first,
            emptyDaysFrom,
            owned,
            excludedDays: toDays(row.excluded_days),
          }),
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
    firstIncidentDay:
      rows.flatMap(row => row.first_incident_day ?? []).sort()[0] ?? null,
    latestRecordedAt: latest.length > 0 ? Math.max(...latest) : null,
    reporting: [...reporting.values()].filter(isKnownAtAll),
  };
}
