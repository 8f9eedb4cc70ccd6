import { ConflictError } from '@backstage/errors';
import type { DebtReport } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../catalog/DatabaseLists';
import {
  whereEntityVisible,
  whereVisible,
} from '../../catalog/DatabaseVisibility';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import {
  whereCarrierVisible,
  whereCountsIn,
} from '../items/DatabaseDebtCarriers';
import { selectFirstDebtItems } from '../items/DatabaseDebtItemSelection';
import type {
  DebtReportPosition,
  DebtReportSelection,
  DebtReportStore,
  KeptDebtReport,
} from './DebtReportStore';

/** Keeps reports in SQLite or PostgreSQL. */
export class DatabaseDebtReportStore implements DebtReportStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async create(report: KeptDebtReport): Promise<void> {
    const created: unknown[] = await this.#knex('tech_debt_reports')
      .insert({
        id: report.id,
        ...toChangingColumns(report),
        reported_by: report.reportedBy,
        created_at: report.createdAt,
      })
      .onConflict('id')
      .ignore()
      .returning('id');
    if (created.length === 0) {
      throw new ConflictError(`There is a report '${report.id}' already`);
    }
  }

  async get(
    id: string,
    visibility: Visibility,
  ): Promise<KeptDebtReport | undefined> {
    const query = this.#knex('tech_debt_reports as report').where(
      'report.id',
      id,
    );
    whereCarrierVisible(
      query,
      visibility,
      'report.entity_ref',
      whereEntityVisible,
    );
    const row = await query.first('report.*');
    return row && toReport(row);
  }

  async replace(report: KeptDebtReport): Promise<boolean> {
    const replaced = await this.#knex('tech_debt_reports')
      .where({ id: report.id, version: report.version - 1 })
      .update(toChangingColumns(report));
    return replaced > 0;
  }

  async remove(id: string, version: number): Promise<boolean> {
    const removed = await this.#knex('tech_debt_reports')
      .where({ id, version })
      .delete();
    return removed > 0;
  }

  async list(
    selection: DebtReportSelection,
    { limit, after }: { limit: number; after?: DebtReportPosition },
  ): Promise<{ reports: KeptDebtReport[]; total: number }> {
    const [{ total }] = await this.#select(selection).count({ total: '*' });
    const query = this.#select(selection).select('report.*').limit(limit);
    const byCharacter = isPostgres(query) ? ' collate "C"' : '';
    if (after) {
      query.whereRaw(
        `(report.day${byCharacter}, report.id${byCharacter}) < (?, ?)`,
        [after.day, after.id],
      );
    }
    const rows: any[] = await query.orderByRaw(
      `report.day${byCharacter} desc, report.id${byCharacter} desc`,
    );
    return { reports: rows.map(toReport), total: Number(total) };
  }

  async listMeasured(selection: DebtReportSelection): Promise<DebtReport[]> {
    const query = this.#select(selection).select(
      'report.id',
      'report.day',
      'report.hours_lost',
      'report.team_ref',
      'report.entity_ref',
      'report.item_id',
    );
    const byCharacter = isPostgres(query) ? ' collate "C"' : '';
    const rows: any[] = await query.orderByRaw(
      `report.day${byCharacter}, report.id${byCharacter}`,
    );
    return rows.map(toMeasured);
  }

  async findFirstDay(visibility: Visibility): Promise<string | null> {
    const query = this.#knex('tech_debt_reports as report').limit(1);
    whereCarrierVisible(
      query,
      visibility,
      'report.entity_ref',
      whereEntityVisible,
    );
    const byCharacter = isPostgres(query) ? ' collate "C"' : '';
    const row = await query
      .orderByRaw(`report.day${byCharacter}, report.id${byCharacter}`)
      .first('report.day');
    return row?.day ?? null;
  }

  #select(selection: DebtReportSelection): Knex.QueryBuilder {
    const { visibility, entityRef, scopeRef, itemId, days } = selection;
    const query = this.#knex('tech_debt_reports as report');
    const areFew = entityRef ?? itemId;
    whereCarrierVisible(
      query,
      visibility,
      'report.entity_ref',
      areFew === undefined ? whereVisible : whereEntityVisible,
    );
    if (entityRef !== undefined) {
      query.where('report.entity_ref', entityRef);
    }
    if (scopeRef !== undefined && scopeRef !== organisationScope) {
      whereCountsIn(query, 'report.entity_ref', scopeRef);
    }
    if (itemId !== undefined) {
      query.where('report.item_id', itemId);
    }
    if (selection.unlinked) {
      query.whereNotExists(
        selectFirstDebtItems(this.#knex, { visibility })
          .select('item.id')
          .whereRaw('item.id = report.item_id'),
      );
    }
    if (days) {
      const byCharacter = isPostgres(query) ? ' collate "C"' : '';
      query.whereRaw(`report.day${byCharacter} between ? and ?`, [
        days.from,
        days.to,
      ]);
    }
    return query;
  }
}

/** What of a report may change. */
function toChangingColumns(report: KeptDebtReport) {
  return {
    version: report.version,
    day: report.day,
    hours_lost: report.hoursLost,
    team_ref: report.teamRef,
    entity_ref: report.entityRef,
    item_id: report.itemId,
    what: report.what,
    updated_at: report.updatedAt,
  };
}

function toMeasured(row: any): DebtReport {
  return {
    id: row.id,
    day: row.day,
    hoursLost: row.hours_lost,
    teamRef: row.team_ref,
    entityRef: row.entity_ref,
    itemId: row.item_id,
  };
}

function toReport(row: any): KeptDebtReport {
  return {
    ...toMeasured(row),
    version: row.version,
    what: row.what,
    reportedBy: row.reported_by,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
  };
}
