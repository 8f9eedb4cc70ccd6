import { quantile } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import { joinSelectedDays } from '../catalog/DatabaseComponentSelection';
import { orderByText } from '../catalog/DatabaseLists';
import type { PipelineRow } from './FlowStore';

/** The pipelines of a selection, those with the most failed runs first. */
export async function listPipelines(
  knex: Knex,
  request: {
    calculation: string;
    selection: ComponentSelection;
    span: DaySpan;
    limit: number;
  },
): Promise<PipelineRow[]> {
  const runs = () =>
    knex('flow_builds as build')
      .where('build.calculation', request.calculation)
      .whereBetween('build.day', [request.span.from, request.span.to])
      .where(stands =>
        stands
          .whereNull('build.exclusion')
          .orWhereNot('build.exclusion', 'withdrawn'),
      )
      .modify(query =>
        joinSelectedDays(query, request.selection, {
          entityRef: 'build.entity_ref',
          day: 'build.day',
        }),
      );
  const listed = knex
    .from(
      runs()
        .groupBy('build.entity_ref', 'build.pipeline')
        .select(
          'build.entity_ref',
          'build.pipeline',
          knex.raw(
            'sum(case when build.exclusion is null then 1 else 0 end) as runs',
          ),
          knex.raw(
            `sum(case when build.exclusion is null and build.result = 'success' then 1 else 0 end) as successes`,
          ),
        )
        .as('counted'),
    )
    .modify(orderPipelines)
    .limit(request.limit)
    .select('*');
  // Of the pipelines listed alone, the run in the middle and the last one.
  const ranked = runs()
    .join(listed.clone().as('listed'), join =>
      join
        .on('listed.entity_ref', 'build.entity_ref')
        .on(knex.raw('listed.pipeline is not distinct from build.pipeline')),
    )
    .select(
      'build.entity_ref',
      'build.pipeline',
      'build.source',
      'build.run',
      'build.finished_at',
      'build.result',
      'build.duration_seconds',
      knex.raw(
        'row_number() over (partition by build.entity_ref, build.pipeline order by case when build.finished_at is null then 1 else 0 end, build.finished_at desc, build.source, build.run) as age',
      ),
      knex.raw(
        'row_number() over (partition by build.entity_ref, build.pipeline order by case when build.duration_seconds is null then 1 else 0 end, build.duration_seconds, build.source, build.run) as rank',
      ),
      knex.raw(
        'count(build.duration_seconds) over (partition by build.entity_ref, build.pipeline) as timed',
      ),
    );
  const [pipelines, marked] = await Promise.all([
    knex
      .from(listed.as('listed'))
      .join('entities as component', 'component.ref', 'listed.entity_ref')
      .modify(orderPipelines)
      .select(
        'listed.*',
        'component.name as entity_name',
        'component.title as entity_title',
      ),
    knex
      .from(ranked.as('ranked'))
      .leftJoin('pipeline_runs as record', join =>
        join
          .on('record.source', 'ranked.source')
          .andOn('record.subject', 'ranked.run')
          .andOn('record.entity_ref', 'ranked.entity_ref')
          .andOnNull('record.superseded_at'),
      )
      .whereRaw('(age = 1 or rank in ((timed + 1) / 2, timed / 2 + 1))')
      .select('ranked.*', 'record.url'),
  ]);
  const keyOf = (row: Record<string, any>) =>
    JSON.stringify([row.entity_ref, row.pipeline]);
  const last = new Map<string, Record<string, any>>();
  const middle = new Map<string, number[]>();
  for (const row of marked) {
    const key = keyOf(row);
    if (Number(row.age) === 1) {
      last.set(key, row);
    }
    const timed = Number(row.timed);
    const isMiddle = [
      Math.floor((timed + 1) / 2),
      Math.floor(timed / 2) + 1,
    ].includes(Number(row.rank));
    if (isMiddle && row.duration_seconds !== null) {
      middle.set(key, [
        ...(middle.get(key) ?? []),
        Number(row.duration_seconds),
      ]);
    }
  }
  return pipelines.map((row: Record<string, any>) =>
    toPipeline(row, last.get(keyOf(row)), middle.get(keyOf(row))),
  );
}

/** Those with the most failed runs first, then by name; a pipeline without one comes before those that have one. */
function orderPipelines(query: Knex.QueryBuilder): void {
  query.orderByRaw('runs - successes desc, runs desc');
  orderByText(query, 'entity_ref');
  query.orderByRaw('case when pipeline is null then 0 else 1 end');
  orderByText(query, 'pipeline');
}

function toPipeline(
  row: Record<string, any>,
  last: Record<string, any> | undefined,
  middle: number[] | undefined,
): PipelineRow {
  return {
    pipeline: row.pipeline,
    entityRef: row.entity_ref,
    entityName: row.entity_name,
    entityTitle: row.entity_title,
    runs: Number(row.runs),
    successes: Number(row.successes),
    durationMedian: quantile(middle ?? [], 0.5),
    lastRunAt: last?.finished_at ? Number(last.finished_at) : null,
    lastResult: last?.result ?? null,
    url: last?.url ?? null,
  };
}
