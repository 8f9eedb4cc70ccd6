import type {
  RepositoryOwnership,
  TeamActivity,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { Knex } from 'knex';
import {
  deleteRows,
  insertRows,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import { whereEntityVisible } from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';
import type { ContributorCount } from '../succession/ContributorReader';
import type { RepositoryOwnershipStore } from './RepositoryOwnershipStore';

const ENTITY_COLUMNS = {
  entity_ref: 'text',
  folder: 'text',
  codeowners: 'text',
  from_at: 'bigint',
  as_of: 'bigint',
  commit_count: 'integer',
  contributor_count: 'integer',
  unassigned_count: 'integer',
} as const;

const TEAM_COLUMNS = {
  entity_ref: 'text',
  team_ref: 'text',
  commit_count: 'integer',
  contributor_count: 'integer',
} as const;

/** Keeps it in SQLite or PostgreSQL. */
export class DatabaseRepositoryOwnershipStore
  implements RepositoryOwnershipStore
{
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async replace(ownerships: readonly RepositoryOwnership[]): Promise<void> {
    const refs = ownerships.map(({ entityRef }) => entityRef);
    await this.#knex.transaction(async transaction => {
      await deleteRows(transaction, 'repository_activity', 'entity_ref', refs);
      await deleteRows(transaction, 'repository_ownership', 'entity_ref', refs);
      await insertRows(
        transaction,
        'repository_ownership',
        ENTITY_COLUMNS,
        ownerships.map(ownership => ({
          entity_ref: ownership.entityRef,
          folder: ownership.folder,
          codeowners:
            ownership.codeowners && JSON.stringify(ownership.codeowners),
          from_at: ownership.from,
          as_of: ownership.to,
          commit_count: ownership.commits,
          contributor_count: ownership.contributors,
          unassigned_count: ownership.unassignedCommits,
        })),
      );
      await insertRows(
        transaction,
        'repository_activity',
        TEAM_COLUMNS,
        ownerships.flatMap(({ entityRef, teams }) =>
          teams.map(({ teamRef, commits, contributors }) => ({
            entity_ref: entityRef,
            team_ref: teamRef,
            commit_count: commits,
            contributor_count: contributors,
          })),
        ),
      );
    });
  }

  async get(
    entityRef: string,
    visibility: Visibility,
  ): Promise<RepositoryOwnership | undefined> {
    const query = this.#knex('repository_ownership as told').where(
      'told.entity_ref',
      entityRef,
    );
    whereEntityVisible(query, visibility, 'told.entity_ref');
    const row: Record<string, any> | undefined = await query.first('told.*');
    return (
      row && {
        entityRef,
        folder: row.folder,
        codeowners: row.codeowners === null ? null : JSON.parse(row.codeowners),
        from: Number(row.from_at),
        to: Number(row.as_of),
        commits: row.commit_count,
        contributors: row.contributor_count,
        unassignedCommits: row.unassigned_count,
        teams: await this.#listTeams(entityRef),
      }
    );
  }

  async countContributors(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ContributorCount>> {
    const query = this.#knex('repository_ownership')
      .where('contributor_count', '>', 0)
      .select('entity_ref', 'contributor_count', 'as_of');
    whereAnyOf(query, 'entity_ref', entityRefs);
    const rows: Record<string, any>[] = await query;
    return new Map(
      rows.map(row => [
        row.entity_ref,
        { contributors: row.contributor_count, asOf: Number(row.as_of) },
      ]),
    );
  }

  async #listTeams(entityRef: string): Promise<TeamActivity[]> {
    const query = this.#knex('repository_activity').where(
      'entity_ref',
      entityRef,
    );
    orderByText(query, 'team_ref');
    const rows: Record<string, any>[] = await query;
    return rows.map(row => ({
      teamRef: row.team_ref,
      commits: row.commit_count,
      contributors: row.contributor_count,
    }));
  }
}
