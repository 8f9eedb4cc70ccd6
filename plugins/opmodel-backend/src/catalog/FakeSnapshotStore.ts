import { ConflictError } from '@backstage/errors';
import type { CatalogEntity, EntityLink, SnapshotScan } from './CatalogStore';
import type { Span } from './diffSpans';
import type { EntityProperty } from './entityProperties';
import type { EntityRelation } from './entityRelations';
import { ownershipHistoryAnnotation } from './ownershipHistory';
import {
  diffOwnership,
  type EntityPast,
  type ScanNews,
  type SnapshotBasis,
  type SnapshotChanges,
  type SnapshotStore,
} from './SnapshotStore';

/** An entity in memory. */
export interface KeptEntity {
  entity: CatalogEntity;
  properties: EntityProperty[];
  links: EntityLink[];
  relations: EntityRelation[];
  hash: string;
  scopesHash: string;
  scopes: Span<string>[];
  owners: { span: Span<number>; recordedAt: number }[];
}

/** What scans write, in memory. */
export class FakeSnapshotStore implements SnapshotStore {
  protected readonly kept = new Map<string, KeptEntity>();
  protected readonly scans: SnapshotScan[] = [];
  /** By the id of the scan. */
  readonly #untold = new Map<string, ScanNews>();

  async startScan(options: {
    now: number;
    abandonedAfterMs: number;
  }): Promise<string> {
    const { now, abandonedAfterMs } = options;
    for (const scan of this.scans) {
      if (scan.state === 'running' && scan.startedAt < now - abandonedAfterMs) {
        scan.state = 'failed';
        scan.finishedAt = now;
        scan.error = 'The backend stopped before the scan was complete';
      }
    }
    const id = `scan-${this.scans.length + 1}`;
    this.scans.push({ id, startedAt: now, state: 'running', problems: [] });
    return id;
  }

  async failScan(
    id: string,
    { now, error }: { now: number; error: string },
  ): Promise<void> {
    Object.assign(this.#scan(id), { state: 'failed', finishedAt: now, error });
  }

  async loadBasis(): Promise<SnapshotBasis> {
    return {
      scanId: this.lastComplete()?.id,
      fingerprints: new Map(
        [...this.kept].map(([ref, { entity, hash, scopesHash }]) => [
          ref,
          {
            hash,
            scopesHash,
            firstSeenAt: entity.firstSeenAt,
            removed: entity.removedAt !== undefined,
          },
        ]),
      ),
    };
  }

  async loadPast(refs: Iterable<string>): Promise<Map<string, EntityPast>> {
    const past = new Map<string, EntityPast>();
    for (const ref of refs) {
      const kept = this.kept.get(ref);
      if (kept) {
        past.set(ref, {
          ownershipHistory: kept.entity.annotations[ownershipHistoryAnnotation],
          scopes: [...kept.scopes],
          owners: kept.owners.map(owner => owner.span),
          links: kept.links,
        });
      }
    }
    return past;
  }

  async completeScan(
    id: string,
    changes: SnapshotChanges,
    news: ScanNews,
    { now, basis }: { now: number; basis: SnapshotBasis },
  ): Promise<void> {
    if (this.lastComplete()?.id !== basis.scanId) {
      throw new ConflictError(
        'Another scan of the catalog was completed in the meantime',
      );
    }
    for (const changed of changes.changed) {
      const { properties, links, relations, hash, scopesHash, ...entity } =
        changed;
      const kept = this.kept.get(entity.ref);
      this.kept.set(entity.ref, {
        entity: {
          ...entity,
          firstSeenAt: kept?.entity.firstSeenAt ?? now,
          seenAt: now,
        },
        properties,
        links,
        relations,
        hash,
        scopesHash,
        scopes: kept?.scopes ?? [],
        owners: kept?.owners ?? [],
      });
    }
    for (const { ref, domainRef, scopesHash } of changes.moved) {
      const kept = this.kept.get(ref)!;
      kept.entity.domainRef = domainRef;
      kept.scopesHash = scopesHash;
    }
    for (const ref of changes.removed) {
      const kept = this.kept.get(ref)!;
      kept.entity.removedAt = now;
      kept.links = [];
      kept.relations = [];
    }
    for (const [ref, scopes] of changes.scopes) {
      this.kept.get(ref)!.scopes = scopes;
    }
    for (const [ref, spans] of changes.owners) {
      const kept = this.kept.get(ref)!;
      const change = diffOwnership(
        kept.owners.map(owner => owner.span),
        spans,
      );
      kept.owners = spans.map(span => ({
        span,
        recordedAt: change.added.includes(span)
          ? now
          : kept.owners.find(owner => owner.span.from === span.from)!
              .recordedAt,
      }));
    }
    Object.assign(this.#scan(id), {
      state: 'complete',
      finishedAt: now,
      entities: changes.entities,
      changed: changes.changed.length,
      removed: changes.removed.length,
      problems: changes.problems.slice(0, 100),
    });
    if (Object.values(news).some(refs => refs.length > 0)) {
      this.#untold.set(id, news);
    }
  }

  async listUntold(): Promise<{ scanId: string; news: ScanNews }[]> {
    return [...this.#untold].map(([scanId, news]) => ({ scanId, news }));
  }

  async markTold(scanIds: string[]): Promise<void> {
    scanIds.forEach(id => this.#untold.delete(id));
  }

  #scan(id: string): SnapshotScan {
    return this.scans.find(scan => scan.id === id)!;
  }

  protected lastComplete(): SnapshotScan | undefined {
    return this.scans.filter(scan => scan.state === 'complete').pop();
  }
}
