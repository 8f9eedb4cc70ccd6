import type { Knex } from 'knex';
import { whereAnyOf } from '../../catalog/DatabaseLists';
import { whereEntityVisible } from '../../catalog/DatabaseVisibility';
import type { Visibility } from '../../catalog/Visibility';
import { selectOwned } from './DatabaseMapLeaves';
import type { LeafSelection, MapPlace } from './MapStore';
import type { DeliveryCount, OwnedCount, TeamLoadStore } from './TeamLoadStore';

/** Counts what groups carry in SQLite or PostgreSQL. */
export class DatabaseTeamLoadStore implements TeamLoadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async countOwned(
    groupRefs: readonly string[],
    selection: Omit<LeafSelection, 'view'>,
  ): Promise<OwnedCount[]> {
    const query = selectOwned(this.#knex, selection)
      .groupBy('leaf.owner_ref', 'leaf.tier')
      .select('leaf.owner_ref', 'leaf.tier')
      .count({ entities: '*' });
    whereAnyOf(query, 'leaf.owner_ref', groupRefs);
    const rows: Record<string, any>[] = await query;
    return rows.map(row => ({
      ownerRef: row.owner_ref,
      tier: row.tier,
      entities: Number(row.entities),
    }));
  }

  async countMembers(
    places: readonly MapPlace[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, number>> {
    const query = this.#knex('entity_relations as membership')
      .where('membership.type', 'memberOf')
      // A cross join keeps SQLite from beginning with every person and trying every group for each.
      .crossJoin('entities as member' as any)
      .whereRaw('member.ref = membership.entity_ref')
      .where('member.kind', 'user')
      .whereNull('member.removed_at')
      .select('membership.target_ref', 'membership.entity_ref');
    whereAnyOf(
      query,
      'membership.target_ref',
      new Set(places.map(({ aboveRef }) => aboveRef)),
    );
    whereEntityVisible(query, visibility, 'member.ref');
    const members = new Map<string, string[]>();
    for (const { target_ref: group, entity_ref: person } of await query) {
      const known = members.get(group);
      if (known) {
        known.push(person);
      } else {
        members.set(group, [person]);
      }
    }
    // Counted here: somebody is often in several of the groups below a place, and counts of single groups cannot be added up.
    const people = new Map<string, Set<string>>();
    for (const { placeRef, aboveRef } of places) {
      const found = people.get(placeRef) ?? new Set();
      members.get(aboveRef)?.forEach(person => found.add(person));
      people.set(placeRef, found);
    }
    return new Map(
      [...people]
        .filter(([, found]) => found.size > 0)
        .map(([placeRef, found]) => [placeRef, found.size]),
    );
  }

  async seesPeople(visibility: Visibility): Promise<boolean> {
    const query = this.#knex('entities')
      .where('kind', 'user')
      .whereNull('removed_at');
    whereEntityVisible(query, visibility, 'entities.ref');
    return (await query.first('ref')) !== undefined;
  }

  async countDeliveries(
    groupRefs: readonly string[],
    since: number,
    visibility: { owned: Visibility; deliveries: Visibility },
  ): Promise<ReadonlyMap<string, DeliveryCount>> {
    const [incidents, deployments]: Record<string, any>[][] = await Promise.all(
      [
        this.#countRecords('incidents', groupRefs, visibility).modify(query =>
          query
            .whereNotNull('record.started_at')
            .whereNull('record.resolved_at')
            .whereNull('record.mitigated_at'),
        ),
        this.#countRecords('deployments', groupRefs, visibility).modify(query =>
          query
            .where('record.finished_at', '>=', since)
            .where('record.environment_tier', 'production')
            .where('record.result', 'success'),
        ),
      ],
    );
    const counts = new Map<string, DeliveryCount>();
    const add = (row: Record<string, any>, count: keyof DeliveryCount) => {
      const known = counts.get(row.owner_ref) ?? {
        openIncidents: 0,
        deployments: 0,
      };
      counts.set(row.owner_ref, { ...known, [count]: Number(row.records) });
    };
    incidents.forEach(row => add(row, 'openIncidents'));
    deployments.forEach(row => add(row, 'deployments'));
    return counts;
  }

  #countRecords(
    table: 'incidents' | 'deployments',
    groupRefs: readonly string[],
    { owned, deliveries }: { owned: Visibility; deliveries: Visibility },
  ): Knex.QueryBuilder<any, Record<string, any>[]> {
    // Each entity is looked at once, however many records it has.
    const leaves = this.#knex('entities')
      .whereNull('removed_at')
      .select('ref', 'owner_ref');
    whereAnyOf(leaves, 'owner_ref', groupRefs);
    whereEntityVisible(leaves, owned, 'entities.ref');
    whereEntityVisible(leaves, deliveries, 'entities.ref');
    const query = this.#knex
      .from(leaves.as('leaf'))
      .join(`${table} as record`, 'record.entity_ref', 'leaf.ref')
      .whereNull('record.superseded_at')
      .where('record.withdrawn', false)
      .groupBy('leaf.owner_ref')
      .select('leaf.owner_ref')
      .count({ records: '*' });
    return query;
  }
}
