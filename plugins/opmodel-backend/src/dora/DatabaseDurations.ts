import type { Knex } from 'knex';
import { joinSelectedDays } from '../catalog/DatabaseComponentSelection';
import type {
  DatedDuration,
  DaySpan,
  DoraSelection,
  DurationKind,
  WindowSpans,
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
    span: DaySpan;
    range: { from: number; to: number; offset: number; limit: number };
  },
): Promise<number[]> {
  const { span, range } = request;
  const { column } = TABLES[request.kind];
  const rows = await selectDurations(knex, request, span)
    .where(column, '>=', range.from)
    .where(column, '<', range.to)
    .offset(range.offset)
    .limit(range.limit);
  return rows.map(row => Number(row.seconds));
}

/** All durations of a window and of the one before it, each ascending, in one statement. */
export async function listWindowDurations(
  knex: Knex,
  request: DurationQuery & { window: WindowSpans; limit: number },
): Promise<{ current: DatedDuration[]; previous: DatedDuration[] }> {
  const { window, limit } = request;
  const { column } = TABLES[request.kind];
  const rows = await selectDurations(knex, request, {
    from: window.previous.from,
    to: window.to,
  })
    .whereNotNull(column)
    .limit(limit);
  const durations = rows.map(({ seconds, day }) => ({
    seconds: Number(seconds),
    day,
  }));
  return {
    current: durations.filter(({ day }) => day >= window.from),
    previous: durations.filter(({ day }) => day < window.from),
  };
}

function selectDurations(
  knex: Knex,
  { calculation, kind, selection }: DurationQuery,
  { from, to }: DaySpan,
): Knex.QueryBuilder<any, { seconds: number | string; day: string }[]> {
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
