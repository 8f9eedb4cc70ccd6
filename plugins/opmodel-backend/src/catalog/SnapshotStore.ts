import type { EntityLink, SnapshotProblem } from './CatalogStore';
import type { Span } from './diffSpans';
import type { SnapshotEntity } from './snapshotEntity';

/** What a scan compares an entity with, to leave alone what did not change. */
export interface SnapshotFingerprint {
  /** Of what was read from the entity. */
  hash: string;
  /** Of what follows from the entities around it. */
  scopesHash: string;
  firstSeenAt: number;
  removed: boolean;
}

/** The snapshot before a scan. */
export interface SnapshotBasis {
  /** The last complete scan; absent before the first. */
  scanId?: string;
  /** By entity ref, with those that were removed. */
  fingerprints: Map<string, SnapshotFingerprint>;
}

/** What is known of the past of an entity. */
export interface EntityPast {
  /** Its ownership history as it was read last. */
  ownershipHistory?: string;
  /** By ISO day; `ref` is the scope. */
  scopes: Span<string>[];
  /** By epoch milliseconds; `ref` is the owner. */
  owners: Span<number>[];
  /** The outside identities that it declared. */
  links: EntityLink[];
}

/** An entity that is new, changed or back again. */
export interface ChangedEntity extends SnapshotEntity {
  domainRef?: string;
  hash: string;
  scopesHash: string;
}

/** An entity that did not change itself, while something around it did. */
export interface MovedEntity {
  ref: string;
  domainRef?: string;
  scopesHash: string;
}

/** What a complete scan found that others may want to know: refs of entities. */
export interface ScanNews {
  /** Those that are new, changed or back again. Their outside identities may differ now. */
  changed: string[];
  /** Of these, those that are new or back again. */
  appeared: string[];
  /** Of these, those that the snapshot had and whose outside identities differ: records of theirs may be another's. */
  relinked: string[];
  /** Those that count in other scopes than before, without having changed themselves. */
  moved: string[];
  /** Those that the catalog no longer has. */
  removed: string[];
}

/** What one scan writes. */
export interface SnapshotChanges {
  changed: ChangedEntity[];
  moved: MovedEntity[];
  /** Refs of entities that the catalog no longer has. */
  removed: string[];
  /** The spans that replace those stored, by entity ref. */
  scopes: Map<string, Span<string>[]>;
  /** The spans that replace those stored, by entity ref. What differs in the past is superseded, not overwritten. */
  owners: Map<string, Span<number>[]>;
  problems: SnapshotProblem[];
  /** Entities that the scan read. */
  entities: number;
}

/** What the scanner reads and writes. Instants are epoch milliseconds. */
export interface SnapshotStore {
  /**
   * Records the start of a scan. A scan that was left running for longer than `abandonedAfterMs` is recorded as failed.
   *
   * @returns the scan's id
   */
  startScan(options: {
    now: number;
    abandonedAfterMs: number;
  }): Promise<string>;

  /** Records why a scan failed. Nothing else changes. */
  failScan(id: string, options: { now: number; error: string }): Promise<void>;

  loadBasis(): Promise<SnapshotBasis>;

  /** The past of the entities among `refs` that have one. */
  loadPast(refs: Iterable<string>): Promise<Map<string, EntityPast>>;

  /**
   * Writes what a complete scan found, all of it or nothing.
   *
   * @param news - kept in the same transaction until they are told; nothing is kept when they name no entity
   * @throws ConflictError when another scan was completed since `basis` was loaded
   */
  completeScan(
    id: string,
    changes: SnapshotChanges,
    news: ScanNews,
    options: { now: number; basis: SnapshotBasis },
  ): Promise<void>;

  /** What complete scans found and nobody was told of so far, oldest first; also of scans whose process has ended since. */
  listUntold(): Promise<{ scanId: string; news: ScanNews }[]>;

  /** Forgets the news of these scans. */
  markTold(scanIds: string[]): Promise<void>;
}

/** Which rows of an entity's ownership change when its spans do. */
export interface OwnershipChange {
  /** Rows that ended: only their end is new. */
  ended: Span<number>[];
  /** Rows that turned out to be wrong. */
  superseded: Span<number>[];
  added: Span<number>[];
}

/**
 * Compares the ownership that is stored with the one that holds from now on. A row is ended in place, because its end was
 * not known before; any other difference supersedes it.
 */
export function diffOwnership(
  stored: readonly Span<number>[],
  next: readonly Span<number>[],
): OwnershipChange {
  const change: OwnershipChange = { ended: [], superseded: [], added: [] };
  const waiting = new Map(next.map(span => [span.from, span]));
  for (const span of stored) {
    const same = waiting.get(span.from);
    if (!same || same.ref !== span.ref) {
      change.superseded.push(span);
    } else if (same.to === span.to) {
      waiting.delete(span.from);
    } else if (span.to === undefined) {
      waiting.delete(span.from);
      change.ended.push(same);
    } else {
      change.superseded.push(span);
    }
  }
  change.added.push(...waiting.values());
  return change;
}
