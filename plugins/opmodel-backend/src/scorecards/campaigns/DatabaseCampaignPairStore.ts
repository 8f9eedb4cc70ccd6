import {
  type Judgement,
  type PairStanding,
  stateOfLetter,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  orderByText,
  whereAnyOf,
  whereTextAfter,
} from '../../catalog/DatabaseLists';
import type { ResultChange } from '../evaluation/ResultStore';
import { toChange } from '../reading/DatabaseScorecardChanges';
import { namingColumns, toNamed } from '../reading/DatabaseScorecardSelection';
import type {
  CampaignPairStore,
  PairEntity,
  PairEntityHistory,
  PairPosition,
  PairSelection,
  StandingGroup,
} from './CampaignPairStore';
import { selectPairs, standingsInSql } from './DatabasePairSelection';
import {
  beginsSilent,
  historiesOf,
  readStandings,
  standingLetters,
} from './pairHistories';

const openInSql = `(length(pair.standings) - length(replace(pair.standings, '${standingLetters.open}', '')))`;

/** Reads where pairs stand from SQLite or PostgreSQL. */
export class DatabaseCampaignPairStore implements CampaignPairStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async countStandings(selection: PairSelection): Promise<StandingGroup[]> {
    if (selection.checks.length === 0) {
      return [];
    }
    const query = this.#pairs(selection)
      .groupBy('pair.owner_ref', 'pair.standings')
      .select('pair.owner_ref', 'pair.standings')
      .count({ entities: '*' });
    query.orderByRaw('case when pair.owner_ref is null then 1 else 0 end');
    orderByText(query, 'pair.owner_ref');
    orderByText(query, 'pair.standings');
    const rows: any[] = await query;
    return rows.map(row => ({
      ownerRef: row.owner_ref,
      standings: readStandings(row.standings),
      entities: Number(row.entities),
    }));
  }

  async list(
    selection: PairSelection,
    page: { standing?: PairStanding; limit: number; after?: PairPosition },
  ): Promise<{ items: PairEntity[]; total: number }> {
    if (selection.checks.length === 0) {
      return { items: [], total: 0 };
    }
    const { standing, limit, after } = page;
    const select = () => {
      const query = this.#pairs(selection);
      return standing === undefined
        ? query
        : query.where(
            'pair.standings',
            'like',
            `%${standingLetters[standing]}%`,
          );
    };
    const [{ total }] = await select().count({ total: '*' });
    const query = select()
      .select('pair.*', this.#knex.raw(`${openInSql} as open`))
      .orderByRaw(`${openInSql} desc`)
      .limit(limit);
    orderByText(query, 'pair.sort_name');
    orderByText(query, 'pair.ref');
    if (after) {
      query.where(later =>
        later.whereRaw(`${openInSql} < ?`, [after.open]).orWhere(same => {
          same.whereRaw(`${openInSql} = ?`, [after.open]).where(next => {
            whereTextAfter(next, 'pair.sort_name', after.name);
            next.orWhere(alike => {
              alike.where('pair.sort_name', after.name);
              whereTextAfter(alike, 'pair.ref', after.ref);
            });
          });
        }),
      );
    }
    const rows: any[] = await query;
    return {
      items: rows.map(row => ({
        ...toNamed(row),
        standings: readStandings(row.standings),
        position: {
          open: Number(row.open),
          name: row.sort_name,
          ref: row.ref,
        },
      })),
      total: Number(total),
    };
  }

  async listHistories(
    selection: PairSelection,
    since: number,
  ): Promise<PairEntityHistory[]> {
    const { checks, scorecardRef } = selection;
    if (checks.length === 0) {
      return [];
    }
    const query = selectPairs(this.#knex, selection).select(
      'result.entity_ref',
      'result.states',
      'result.first_at',
      'member.owner_ref',
      this.#knex.raw(`${standingsInSql(this.#knex, checks)} as standings`),
    );
    orderByText(query, 'result.entity_ref');
    const rows: any[] = await query;
    const refs = new Set<string>(rows.map(row => row.entity_ref));
    const changes = groupByEntity(
      await this.#listChanges(scorecardRef, { after: since }),
    );
    const read = () =>
      rows.map(row => ({
        entityRef: row.entity_ref,
        ownerRef: row.owner_ref,
        histories: historiesOf(
          Number(row.first_at),
          checks.map(({ id, slot }, at) => ({
            checkId: id,
            state: stateOfLetter(row.states[slot]),
            last: lastOf(row.standings[at]),
          })),
          changes.get(row.entity_ref) ?? [],
        ),
      }));
    const histories = read();
    const silent = histories
      .filter(one => beginsSilent(one.histories))
      .map(({ entityRef }) => entityRef)
      .filter(ref => refs.has(ref));
    if (silent.length === 0) {
      return histories;
    }
    const earlier = groupByEntity(
      await this.#listChanges(scorecardRef, { upTo: since, of: silent }),
    );
    for (const [ref, before] of earlier) {
      changes.set(ref, [...before, ...(changes.get(ref) ?? [])]);
    }
    return read();
  }

  /** From the oldest to the newest. */
  async #listChanges(
    scorecardRef: string,
    span: { after?: number; upTo?: number; of?: readonly string[] },
  ): Promise<ResultChange[]> {
    const query = this.#knex('scorecard_changes')
      .where('scorecard_ref', scorecardRef)
      .orderBy(['changed_at', 'id'])
      .select();
    if (span.after !== undefined) {
      query.where('changed_at', '>', span.after);
    }
    if (span.upTo !== undefined) {
      query.where('changed_at', '<=', span.upTo);
    }
    if (span.of) {
      whereAnyOf(query, 'entity_ref', span.of);
    }
    const rows: any[] = await query;
    return rows.map(toChange);
  }

  /** Entities of a selection under the alias `pair`, each with its standings as letters; those of which something is asked. */
  #pairs(selection: PairSelection): Knex.QueryBuilder {
    const inner = selectPairs(this.#knex, selection).select(
      ...namingColumns,
      'member.sort_name',
      this.#knex.raw(
        `${standingsInSql(this.#knex, selection.checks)} as standings`,
      ),
    );
    return this.#knex
      .from(inner.as('pair'))
      .whereRaw(`replace(pair.standings, '-', '') <> ''`);
  }
}

function groupByEntity(
  changes: readonly ResultChange[],
): Map<string, ResultChange[]> {
  const byEntity = new Map<string, ResultChange[]>();
  for (const change of changes) {
    const known = byEntity.get(change.entityRef) ?? [];
    byEntity.set(change.entityRef, known);
    known.push(change);
  }
  return byEntity;
}

/** What was found last, of a pair of which nothing can be found now; of any other it says nothing more than its state. */
function lastOf(letter: string): Judgement | null {
  switch (letter) {
    case standingLetters.open:
      return 'failed';
    case standingLetters.met:
      return 'passed';
    default:
      return null;
  }
}
