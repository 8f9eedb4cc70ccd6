import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import { joinSelectedDays } from '../catalog/DatabaseComponentSelection';
import type {
  DatedDuration,
  DaySpan,
  DoraSelection,
  DurationKind,
  LateRecovery,
  RecoverySpan,
} from './DoraStore';

/** Where each kind of duration is kept, row by row. */
const TABLES: Record<DurationKind, { table: string; column: string }> = {
  lead_time: { table: 'dora_samples', column: 'sample.lead_time' },
  recovery: { table: 'dora_recoveries', column: 'sample.recovery' },
  restore: { table: 'dora_incidents', column: 'sample.restore' },
};

interface DurationQuery {
  calculation: string;
  kind: DurationKind;
  selection: DoraSelection;
}

/** Durations of a span within a range of seconds, ascending. */
export async function listDurations(
  knex: Knex,
  request: DurationQuery & {
    span: RecoverySpan;
    range: { from: number; to: number; offset: number; limit: number };
  },
): Promise<number[]> {
  const { span, range } = request;
  const { column } = TABLES[request.kind];
  const rows: DurationRow[] = await selectDurations(knex, request, span)
    .modify(query => whereEndedWithin(query, [span]))
    .where(column, '>=', range.from)
    .where(column, '<', range.to)
    .offset(range.offset)
    .limit(range.limit);
  return rows.map(row => Number(row.seconds));
}

/** All durations of a window and of the one before it, each ascending, in one statement. */
export async function listWindowDurations(
  knex: Knex,
  request: DurationQuery & {
    window: RecoverySpan & { previous: RecoverySpan };
    limit: number;
    byEnvironment?: boolean;
  },
): Promise<{ current: DatedDuration[]; previous: DatedDuration[] }> {
  const { window, limit, byEnvironment } = request;
  const { column } = TABLES[request.kind];
  const rows: DurationRow[] = await selectDurations(knex, request, {
    from: window.previous.from,
    to: window.to,
  })
    .modify(query => whereEndedWithin(query, [window, window.previous]))
    .whereNotNull(column)
    .modify(query => {
      if (byEnvironment) {
        query.select({
          entityRef: 'sample.entity_ref',
          // An incident is one of the service, and of no environment.
          environment:
            request.kind === 'lead_time'
              ? 'sample.environment'
              : knex.raw('null'),
        });
      }
    })
    .limit(limit);
  const durations = rows.map(row => ({ ...row, seconds: Number(row.seconds) }));
  return {
    current: durations.filter(({ day }) => day >= window.from),
    previous: durations.filter(({ day }) => day < window.from),
  };
}

/** Recoveries that count in a span and ended at or after an instant. */
export async function listLateRecoveries(
  knex: Knex,
  request: Omit<DurationQuery, 'kind'> & {
    span: DaySpan;
    endedFrom: number;
    entityRefs?: string[];
  },
): Promise<LateRecovery[]> {
  const { span, endedFrom, entityRefs } = request;
  const rows: DurationRow[] = await selectDurations(
    knex,
    { ...request, kind: 'recovery' },
    span,
  )
    .whereNotNull('sample.recovery')
    .where('sample.recovered_at', '>=', endedFrom)
    .modify(query => {
      if (entityRefs) {
        whereAnyOf(query, 'sample.entity_ref', entityRefs);
      }
    })
    .select({ entityRef: 'sample.entity_ref' });
  return rows.map(({ entityRef, seconds, day }) => ({
    entityRef: entityRef!,
    seconds: Number(seconds),
    day,
  }));
}

/** Of the spans that say so, only what ended in time. */
function whereEndedWithin(
  query: Knex.QueryBuilder,
  spans: RecoverySpan[],
): void {
  if (spans.every(({ endedBefore }) => endedBefore === undefined)) {
    return;
  }
  query.where(any => {
    for (const { from, to, endedBefore } of spans) {
      any.orWhere(span => {
        span.whereBetween('sample.day', [from, to]);
        if (endedBefore !== undefined) {
          span.andWhere('sample.recovered_at', '<', endedBefore);
        }
      });
    }
  });
}

interface DurationRow {
  seconds: number | string;
  day: string;
  entityRef?: string;
  environment?: string | null;
}

function selectDurations(
  knex: Knex,
  { calculation, kind, selection }: DurationQuery,
  { from, to }: DaySpan,
): Knex.QueryBuilder {
  const { table, column } = TABLES[kind];
  return knex(`${table} as sample`)
    .where('sample.calculation', calculation)
    .whereBetween('sample.day', [from, to])
    .modify(query =>
      joinSelectedDays(query, selection, {
        entityRef: 'sample.entity_ref',
        day: 'sample.day',
      }),
    )
    .orderBy(column)
    .select({ seconds: column, day: 'sample.day' });
}
