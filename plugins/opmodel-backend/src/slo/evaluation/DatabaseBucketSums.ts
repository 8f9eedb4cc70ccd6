import {
  clipSpans,
  coverWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { groupBy } from 'lodash';
import { jsonTable } from '../../catalog/DatabaseLists';
import { queryRows } from '../../intake/DatabaseRows';
import type { SpanTally, TallyQuestion } from './SloEvaluationStore';

const objectiveColumns = {
  slo_ref: 'text',
  objective: 'integer',
  question: 'integer',
} as const;

const pieceColumns = {
  question: 'integer',
  span: 'text',
  resolution: 'integer',
  from_at: 'bigint',
  to_at: 'bigint',
} as const;

/**
 * Sums the buckets of many SLOs in one statement. Each span is looked up as few long ranges as can be, by the primary key: days in
 * its middle, hours and five minutes at its edges.
 */
export async function sumBuckets(
  knex: Knex,
  questions: readonly TallyQuestion[],
): Promise<SpanTally[]> {
  const asked = questions.flatMap(splitByStart);
  const objectives = asked.flatMap(({ slos }, question) =>
    slos.flatMap(({ sloRef, objectives: indexes }) =>
      indexes.map(objective => ({ slo_ref: sloRef, objective, question })),
    ),
  );
  const pieces = asked.flatMap((of, question) =>
    piecesOf(of).map(piece => ({ ...piece, question })),
  );
  // Joined in the order in which they stand: no database can tell how long a list is.
  const rows = await queryRows<Record<string, any>>(
    knex.raw(
      `select asked.slo_ref, asked.objective, piece.span,
         sum(bucket.good) as good, sum(bucket.total) as total,
         sum(bucket.slices) as slices, sum(bucket.good_slices) as good_slices,
         sum(bucket.ratio_sum) as ratio_sum, sum(bucket.measured) as measured
       from ? cross join ? cross join slo_buckets as bucket
       where piece.question = asked.question
         and bucket.slo_ref = asked.slo_ref and bucket.objective = asked.objective
         and bucket.resolution = piece.resolution
         and bucket.start >= piece.from_at and bucket.start < piece.to_at
       group by asked.slo_ref, asked.objective, piece.span`,
      [
        jsonTable(knex, objectives, objectiveColumns, 'asked'),
        jsonTable(knex, pieces, pieceColumns, 'piece'),
      ],
    ),
  );
  return rows.map(row => ({
    sloRef: row.slo_ref,
    objective: row.objective,
    span: row.span,
    good: row.good,
    total: row.total,
    slices: Number(row.slices),
    goodSlices: Number(row.good_slices),
    ratioSum: row.ratio_sum,
    buckets: Number(row.measured),
  }));
}

/** One question for all SLOs whose buckets count from the same instant on. */
function splitByStart({ slos, spans }: TallyQuestion): TallyQuestion[] {
  const byStart = groupBy(slos, ({ countsFrom }) => countsFrom ?? -Infinity);
  return Object.entries(byStart).map(([start, alike]) => ({
    slos: alike,
    spans: Object.fromEntries(
      Object.entries(spans).map(([name, parts]) => [
        name,
        clipSpans(parts, { from: Number(start), to: Infinity }),
      ]),
    ),
  }));
}

function piecesOf({ spans }: TallyQuestion) {
  return Object.entries(spans).flatMap(([span, parts]) =>
    parts.flatMap(coverWindow).map(({ resolution, from, to }) => ({
      span,
      resolution,
      from_at: from,
      to_at: to,
    })),
  );
}
