import type { Visibility } from '../../catalog/Visibility';
import type { LeafSelection, MapPlace } from './MapStore';

/** Entities of one tier that a group owns directly, as their first owner. */
export interface OwnedCount {
  ownerRef: string;
  tier: string | null;
  entities: number;
}

/** What groups have to do with what they own directly. */
export interface DeliveryCount {
  /** Incidents that are not over. */
  openIncidents: number;
  /** Deployments to production that were finished since a moment. */
  deployments: number;
}

/** Counts what groups carry, many of them at once. */
export interface TeamLoadStore {
  countOwned(
    groupRefs: readonly string[],
    selection: Omit<LeafSelection, 'view'>,
  ): Promise<OwnedCount[]>;

  /**
   * People at each place, each once, as far as they may be seen. A place without any is left out.
   *
   * @param places - groups with those below them
   */
  countMembers(
    places: readonly MapPlace[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, number>>;

  /** Whether any person may be seen at all. */
  seesPeople(visibility: Visibility): Promise<boolean>;

  /**
   * Deliveries of what groups own directly. A group without any is left out.
   *
   * @param since - epoch milliseconds
   * @param visibility - of what is owned, and of its deliveries: only what both let through is counted
   */
  countDeliveries(
    groupRefs: readonly string[],
    since: number,
    visibility: { owned: Visibility; deliveries: Visibility },
  ): Promise<ReadonlyMap<string, DeliveryCount>>;
}
