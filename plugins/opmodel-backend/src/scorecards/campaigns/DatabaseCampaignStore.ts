import type { Knex } from 'knex';
import { orderByText, whereAnyOf } from '../../catalog/DatabaseLists';
import type { CampaignRecord, CampaignStore } from './CampaignStore';

/** Keeps campaigns in SQLite or PostgreSQL. */
export class DatabaseCampaignStore implements CampaignStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async create(campaign: CampaignRecord): Promise<void> {
    await this.#knex('campaigns').insert(toRow(campaign));
  }

  async get(id: string): Promise<CampaignRecord | undefined> {
    const row = await this.#knex('campaigns').where({ id }).first();
    return row && readRow(row);
  }

  async list(
    filter: Parameters<CampaignStore['list']>[0],
  ): Promise<CampaignRecord[]> {
    const { ownerRefs, scorecardRef, isRunning } = filter;
    const query = this.#knex('campaigns').orderBy('target_at');
    orderByText(query, 'id');
    if (ownerRefs) {
      whereAnyOf(query, 'owner_ref', ownerRefs);
    }
    if (scorecardRef !== undefined) {
      query.where('scorecard_ref', scorecardRef);
    }
    if (isRunning) {
      query
        .where('is_draft', 0)
        .whereNull('ended_at')
        .whereNull('archived_at')
        .where('starts_at', '<=', isRunning.now);
    }
    const rows: CampaignRow[] = await query;
    return rows.map(readRow);
  }

  async replace(campaign: CampaignRecord): Promise<boolean> {
    const replaced = await this.#knex('campaigns')
      .where({ id: campaign.id, revision: campaign.revision - 1 })
      .update(toRow(campaign));
    return replaced > 0;
  }
}

type CampaignRow = Record<string, any>;

function toRow(campaign: CampaignRecord): CampaignRow {
  return {
    id: campaign.id,
    title: campaign.title,
    description: campaign.description,
    owner_ref: campaign.ownerRef,
    scorecard_ref: campaign.scorecardRef,
    emphasis: JSON.stringify(campaign.emphasis),
    scope: JSON.stringify(campaign.scope),
    is_draft: Number(campaign.isDraft),
    starts_at: campaign.startsAt,
    target_at: campaign.targetAt,
    reminders: JSON.stringify({ everyDays: campaign.remindEveryDays }),
    ended_at: campaign.endedAt,
    ended_note: campaign.endedNote,
    archived_at: campaign.archivedAt,
    revision: campaign.revision,
    created_by: campaign.createdBy,
    created_at: campaign.createdAt,
    updated_by: campaign.updatedBy,
    updated_at: campaign.updatedAt,
  };
}

function readRow(row: CampaignRow): CampaignRecord {
  const instant = (value: number | string | null) =>
    value === null ? null : Number(value);
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    ownerRef: row.owner_ref,
    scorecardRef: row.scorecard_ref,
    emphasis: JSON.parse(row.emphasis),
    scope: JSON.parse(row.scope),
    isDraft: Boolean(row.is_draft),
    startsAt: Number(row.starts_at),
    targetAt: Number(row.target_at),
    remindEveryDays: JSON.parse(row.reminders).everyDays,
    endedAt: instant(row.ended_at),
    endedNote: row.ended_note,
    archivedAt: instant(row.archived_at),
    revision: row.revision,
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    updatedBy: row.updated_by,
    updatedAt: Number(row.updated_at),
  };
}
