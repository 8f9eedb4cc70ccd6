import type { Knex } from 'knex';
import { whereAnyOf } from '../../catalog/DatabaseLists';
import type { Visibility } from '../../catalog/Visibility';
import { countCoverage, listUncovered } from './DatabaseSloCoverage';
import { countSlos } from './DatabaseSloCounts';
import { listSloRefs } from './DatabaseSloList';
import { listProblems } from './DatabaseSloProblemList';
import { whereSloVisible } from './DatabaseSloSelection';
import type { SloReadStore, SloSelection } from './SloReadStore';

/** Reads SLOs for people from SQLite or PostgreSQL. */
export class DatabaseSloReadStore implements SloReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  list(...[selection, request]: Parameters<SloReadStore['list']>) {
    return listSloRefs(this.#knex, selection, request);
  }

  async find(ref: string, visibility: Visibility): Promise<string | undefined> {
    const [found] = await this.findAll([ref], visibility);
    return found;
  }

  async findAll(
    refs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlySet<string>> {
    const query = this.#knex('slos as slo')
      .whereNull('slo.removed_at')
      .select('slo.ref');
    whereAnyOf(query, 'slo.ref', refs);
    whereSloVisible(query, visibility);
    const rows: { ref: string }[] = await query;
    return new Set(rows.map(({ ref }) => ref));
  }

  count(...[selection, options]: Parameters<SloReadStore['count']>) {
    return countSlos(this.#knex, selection, options);
  }

  countCoverage(selection: SloSelection) {
    return countCoverage(this.#knex, selection);
  }

  listUncovered(
    ...[selection, page]: Parameters<SloReadStore['listUncovered']>
  ) {
    return listUncovered(this.#knex, selection, page);
  }

  listProblems(...[selection, page]: Parameters<SloReadStore['listProblems']>) {
    return listProblems(this.#knex, selection, page);
  }

  async countProblems(
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const query = this.#knex('slo_problems')
      .select('slo_ref')
      .count({ problems: '*' })
      .groupBy('slo_ref');
    whereAnyOf(query, 'slo_ref', refs);
    const rows: any[] = await query;
    return new Map(rows.map(row => [row.slo_ref, Number(row.problems)]));
  }

  async listMeasuring(
    entityRefs: readonly string[],
    visibility: Visibility,
  ): Promise<{ ref: string; entityRef: string }[]> {
    const query = this.#knex('slos as slo')
      .whereNull('slo.removed_at')
      .select('slo.ref', 'slo.entity_ref');
    whereAnyOf(query, 'slo.entity_ref', entityRefs);
    whereSloVisible(query, visibility);
    const rows: any[] = await query;
    return rows.map(row => ({ ref: row.ref, entityRef: row.entity_ref }));
  }

  async listBuckets(range: Parameters<SloReadStore['listBuckets']>[0]) {
    const { sloRef, objective, resolution, from, to, before, limit } = range;
    const all = this.#knex('slo_buckets')
      .where({ slo_ref: sloRef, objective, resolution })
      .where('start', '>=', from)
      .where('start', '<', to);
    const query = all.clone().orderBy('start', 'desc').limit(limit).select();
    if (before !== undefined) {
      query.where('start', '<', before);
    }
    const [rows, [{ total }]]: [any[], any[]] = await Promise.all([
      query,
      all.clone().count({ total: '*' }),
    ]);
    return {
      items: rows.map(row => ({
        start: Number(row.start),
        good: row.good,
        total: row.total,
        slices: row.slices,
        goodSlices: row.good_slices,
        ratioSum: row.ratio_sum,
        measured: row.measured,
      })),
      total: Number(total),
    };
  }

  async countWindows(sloRef: string, objective: number): Promise<number> {
    const [{ windows }]: any[] = await this.#knex('slo_windows')
      .where({ slo_ref: sloRef, objective })
      .count({ windows: '*' });
    return Number(windows);
  }
}
