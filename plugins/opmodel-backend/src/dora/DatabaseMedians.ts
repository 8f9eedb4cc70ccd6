import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import type { LeadTimeMedian } from './doraMembers';
import type { DaySpan, DurationKind } from './DoraStore';

/**
 * The lower median by component, as `entity_ref`, `bin` and `samples`: the first bin at which at least half of the samples are
 * reached.
 *
 * @param days - of `dora_entity_days` under the alias `day`, of any metric
 * @param kind - the duration of which the median is taken
 */
export function lowerMedians(
  knex: Knex,
  days: Knex.QueryBuilder,
  kind: DurationKind = 'lead_time',
): Knex.QueryBuilder {
  const ranks = days.where('day.metric', kind).select(
    'day.entity_ref',
    'day.bin',
    // Rows of the same bin reach the same: they are not added up before, which would take longer than all the rest.
    knex.raw(
      'sum(day.count) over (partition by day.entity_ref order by day.bin) as reached',
    ),
    knex.raw('sum(day.count) over (partition by day.entity_ref) as samples'),
  );
  return knex
    .from(ranks.as('ranks'))
    .whereRaw('reached * 2 >= samples')
    .groupBy('entity_ref')
    .select('entity_ref')
    .min({ bin: 'bin' })
    .max({ samples: 'samples' });
}

/** The lower medians of all components, or of some. */
export async function readMedians(
  knex: Knex,
  request: { calculation: string; span: DaySpan; entityRefs?: string[] },
): Promise<ReadonlyMap<string, LeadTimeMedian>> {
  const { calculation, span, entityRefs } = request;
  const days = knex('dora_entity_days as day')
    .where('day.calculation', calculation)
    .whereBetween('day.day', [span.from, span.to])
    .modify(query => {
      if (entityRefs) {
        whereAnyOf(query, 'day.entity_ref', entityRefs);
      }
    });
  const rows: Record<string, any>[] = await lowerMedians(knex, days);
  return new Map(
    rows.map(row => [
      row.entity_ref,
      { bin: row.bin, samples: Number(row.samples) },
    ]),
  );
}
