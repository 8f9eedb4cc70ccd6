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
  id: 'integer',
  slo_ref: 'text',
  objective: 'integer',
  question: 'integer',
} as const;

const pieceColumns = {
  span: 'integer',
  question: 'integer',
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
  const names = [...new Set(asked.flatMap(({ spans }) => Object.keys(spans)))];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const objectives = asked
    .flatMap(({ slos }, question) =>
      slos.flatMap(({ sloRef, objectives: indexes }) =>
        indexes.map(objective => ({ sloRef, objective, question })),
      ),
    )
    .map((objective, id) => ({ ...objective, id }));
  const pieces = asked.flatMap((of, question) =>
    piecesOf(of).map(({ name, ...piece }) => ({
      ...piece,
      question,
      span: numbers.get(name),
    })),
  );
  // The lists are read once and joined in the order in which they stand: no database can tell how long they are. What is grouped by
  // are numbers, which is cheaper than names.
  const rows = await queryRows<Record<string, any>>(
    knex.raw(
      `with asked as materialized (select * from ?),
         piece as materialized (select * from ?)
       select asked.id, piece.span,
         sum(bucket.good) as good, sum(bucket.total) as total,
         sum(bucket.slices) as slices, sum(bucket.good_slices) as good_slices,
         sum(bucket.ratio_sum) as ratio_sum, sum(bucket.measured) as measured
       from asked cross join piece cross join slo_buckets as bucket
       where piece.question = asked.question
         and bucket.slo_ref = asked.slo_ref and bucket.objective = asked.objective
         and bucket.resolution = piece.resolution
         and bucket.start >= piece.from_at and bucket.start < piece.to_at
       group by asked.id, piece.span`,
      [
        jsonTable(
          knex,
          objectives.map(({ sloRef, ...objective }) => ({
            ...objective,
            slo_ref: sloRef,
          })),
          objectiveColumns,
          'given_objective',
        ),
        jsonTable(knex, pieces, pieceColumns, 'given_piece'),
      ],
    ),
  );
  return rows.map(row => ({
    sloRef: objectives[row.id].sloRef,
    objective: objectives[row.id].objective,
    span: names[row.span],
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
  return Object.entries(spans).flatMap(([name, parts]) =>
    parts.flatMap(coverWindow).map(({ resolution, from, to }) => ({
      name,
      resolution,
      from_at: from,
      to_at: to,
    })),
  );
}
