import type { SloState } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isBurning, selectSlos } from './DatabaseSloSelection';
import type { SloCounts, SloSelection } from './SloReadStore';

/** How many SLOs of a selection are in which state, and what else there is to say of all of them. */
export async function countSlos(
  knex: Knex,
  selection: SloSelection,
  { today }: { today: string },
): Promise<SloCounts> {
  const [rows, [{ problems }]] = await Promise.all([
    selectSlos(knex, selection)
      .select(knex.raw(`coalesce(slo.state, 'no_data') as state`))
      .count({ slos: '*' })
      .select(
        knex.raw(`sum(case when ${isBurning} then 1 else 0 end) as burning`),
        knex.raw(
          'sum(case when slo.review_on < ? then 1 else 0 end) as overdue',
          [today],
        ),
        knex.raw(
          `max((select max(measured.measured_until) from slo_measurements as measured
            where measured.slo_ref = slo.ref)) as measured_until`,
        ),
      )
      .groupByRaw(`coalesce(slo.state, 'no_data')`) as Promise<any[]>,
    selectSlos(knex, selection)
      .join('slo_problems as problem', 'problem.slo_ref', 'slo.ref')
      .count({ problems: '*' }),
  ]);
  const sum = (column: string) =>
    rows.reduce((all, row) => all + Number(row[column]), 0);
  const measured = rows.flatMap(row =>
    row.measured_until === null ? [] : Number(row.measured_until),
  );
  return {
    states: new Map(rows.map(row => [row.state as SloState, Number(row.slos)])),
    burning: sum('burning'),
    problems: Number(problems),
    reviewsOverdue: sum('overdue'),
    measuredUntil: measured.length === 0 ? null : Math.max(...measured),
  };
}
