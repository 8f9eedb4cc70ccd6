import type { Knex } from 'knex';
import { orderByText } from '../../catalog/DatabaseLists';
import type { Visibility } from '../../catalog/Visibility';
import { selectSlos } from '../reading/DatabaseSloSelection';
import type { SloFinding, SloFindingStore } from './SloFindingStore';

/** Of more than these of a kind, the first are told; the pages have all. */
const AT_MOST = 500;
/** A new SLO has so long until it is measured, and a source so long until it is missed. Milliseconds. */
const MISSED_AFTER = 6 * 3_600_000;

const groupedColumns = [
  'slo.ref',
  'slo.title',
  'slo.owner_ref',
  'slo.entity_ref',
  'member.title',
  'member.name',
  'member.owner_ref',
];

/** Finds in SQLite or PostgreSQL what needs somebody. */
export class DatabaseSloFindingStore implements SloFindingStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    selection: { owners?: string[]; visibility: Visibility },
    { now, today }: { now: number; today: string },
  ): Promise<SloFinding[]> {
    const missed = now - MISSED_AFTER;
    const queries: Record<SloFinding['kind'], Knex.QueryBuilder> = {
      burning: this.#burning(selection),
      exhausted: this.#select(selection)
        .join('slo_states as state', 'state.slo_ref', 'slo.ref')
        .where('state.state', 'exhausted')
        .select('state.objective', 'state.remaining'),
      not_measured: this.#select(selection)
        .leftJoin('slo_measurements as measured', 'measured.slo_ref', 'slo.ref')
        .where('slo.defined_at', '<', missed)
        .where(silent =>
          silent
            .whereNull('measured.measured_until')
            .orWhere('measured.measured_until', '<', missed)
            .orWhereExists(selectEmptyDays),
        )
        .select(
          this.#knex.raw(
            'case when measured.measured_until < ? then measured.measured_until end as since',
            [missed],
          ),
        ),
      review_overdue: this.#select(selection)
        .where('slo.review_on', '<', today)
        .select('slo.review_on'),
      document_wrong: this.#select(selection).whereExists(problem =>
        problem
          .from('slo_problems as problem')
          .whereRaw('problem.slo_ref = slo.ref')
          .where('problem.severity', 'error'),
      ),
      policy: this.#select(selection)
        .join(
          'slo_consequences as consequence',
          'consequence.slo_ref',
          'slo.ref',
        )
        .leftJoin('slo_states as state', join =>
          join
            .on('state.slo_ref', 'slo.ref')
            .andOn('state.objective', 'consequence.objective'),
        )
        .where('consequence.kind', 'attention')
        .whereNull('consequence.until_at')
        .groupBy('consequence.objective', 'state.remaining')
        .min({ since: 'consequence.since' })
        .max({ threshold: 'consequence.threshold' })
        .select('consequence.objective', 'state.remaining')
        .groupBy(groupedColumns),
    };
    const found: SloFinding[] = [];
    for (const kind of Object.keys(queries) as SloFinding['kind'][]) {
      const query = queries[kind].limit(AT_MOST);
      orderByText(query, 'slo.ref');
      const rows: Record<string, any>[] = await query;
      found.push(...rows.map(row => readFinding(kind, row)));
    }
    return found;
  }

  /** One row an objective: the gravest of its alerts that fire. */
  #burning(selection: {
    owners?: string[];
    visibility: Visibility;
  }): Knex.QueryBuilder {
    return this.#select(selection)
      .join('slo_alerts as alert', 'alert.slo_ref', 'slo.ref')
      .leftJoin('slo_states as state', join =>
        join
          .on('state.slo_ref', 'alert.slo_ref')
          .andOn('state.objective', 'alert.objective'),
      )
      .whereNotNull('alert.fired_at')
      .groupBy('alert.objective', 'state.remaining')
      .groupBy(groupedColumns)
      .min({ since: 'alert.fired_at', severity: 'alert.severity' })
      .max({ burn: 'alert.burn', threshold: 'alert.threshold' })
      .select('alert.objective', 'state.remaining');
  }

  #select({
    owners,
    visibility,
  }: {
    owners?: string[];
    visibility: Visibility;
  }): Knex.QueryBuilder {
    return selectSlos(this.#knex, {
      filter: owners && { ownerRefs: owners, descendants: true },
      visibility,
    }).select(
      'slo.ref',
      'slo.title',
      'slo.owner_ref',
      'slo.entity_ref',
      'member.title as member_title',
      'member.name as member_name',
      'member.owner_ref as member_owner_ref',
    );
  }
}

/** Objectives whose source answers with nothing, for a day by now: their metric may be gone. */
function selectEmptyDays(query: Knex.QueryBuilder): void {
  query
    .from('slo_states as empty')
    .whereRaw('empty.slo_ref = slo.ref')
    .where('empty.objective', '>=', 0)
    .whereNull('empty.burn_1d');
}

function readFinding(
  kind: SloFinding['kind'],
  row: Record<string, any>,
): SloFinding {
  const since = row.review_on
    ? Date.parse(row.review_on)
    : instantOf(row.since);
  return {
    kind,
    sloRef: row.ref,
    sloTitle: row.title,
    entityRef: row.entity_ref ?? row.ref,
    entityTitle: row.member_title ?? row.member_name ?? row.title,
    ownerRef: row.owner_ref ?? row.member_owner_ref,
    objective: row.objective ?? null,
    since,
    remaining: row.remaining ?? null,
    burn: row.burn ?? null,
    threshold: row.threshold ?? null,
    severity: row.severity ?? null,
  };
}

function instantOf(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
