import { mockServices } from '@backstage/backend-test-utils';
import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { SnapshotScanner, type ScanResult } from '../catalog/SnapshotScanner';
import type { SnapshotStore } from '../catalog/SnapshotStore';

/** What a test says about an entity; the rest is filled in. */
export interface EntityDescription {
  ownedBy?: string | string[];
  /** Systems and domains. */
  partOf?: string | string[];
  /** Groups above a group. */
  childOf?: string | string[];
  /** Groups of a person. */
  memberOf?: string | string[];
  dependsOn?: string | string[];
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  title?: string;
  tags?: string[];
  spec?: Entity['spec'];
}

/**
 * A catalog entity as the catalog answers it, with its relations.
 *
 * @param ref - `component:default/cart`
 */
export function entityOf(
  ref: string,
  description: EntityDescription = {},
): Entity {
  const { kind, namespace, name } = parseEntityRef(ref);
  const { annotations, labels, title, tags, spec } = description;
  const relations = (
    ['ownedBy', 'partOf', 'childOf', 'memberOf', 'dependsOn'] as const
  ).flatMap(type =>
    [description[type] ?? []].flat().map(targetRef => ({ type, targetRef })),
  );
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      namespace,
      name,
      etag: 'etag',
      ...(title && { title }),
      ...(tags && { tags }),
      ...(annotations && { annotations }),
      ...(labels && { labels }),
    },
    spec: spec ?? {},
    relations,
  };
}

/** A catalog that answers a scan with these entities, in pages of 500. */
export function catalogWith(entities: Entity[]): CatalogService {
  return {
    async *streamEntities() {
      for (let at = 0; at < Math.max(entities.length, 1); at += 500) {
        yield entities.slice(at, at + 500);
      }
    },
  } as Partial<CatalogService> as CatalogService;
}

/** How a test scans. */
export interface ScanSettings {
  /** Epoch milliseconds; by default 2026-11-02T09:00Z. */
  now?: number;
  /** Default: `UTC`. */
  zone?: string;
  tierLabel?: string;
  /** Default: a catalog with the entities given. */
  catalog?: CatalogService;
}

/** The moment of a scan for which the test gives none. */
export const scanTime = Date.UTC(2026, 10, 2, 9);

/** A scanner as the engine runs it, on a store and a catalog of the test. */
export function scannerFor(
  store: SnapshotStore,
  catalog: CatalogService,
  settings: ScanSettings = {},
): SnapshotScanner {
  return new SnapshotScanner({
    auth: mockServices.auth(),
    catalog,
    store,
    logger: mockServices.logger.mock(),
    zone: settings.zone ?? 'UTC',
    tierLabel: settings.tierLabel,
    clock: () => settings.now ?? scanTime,
  });
}

/**
 * Fills the snapshot as a scan of a catalog with exactly these entities does.
 */
export async function scanEntities(
  store: SnapshotStore,
  entities: Entity[],
  settings: ScanSettings = {},
): Promise<ScanResult> {
  return scannerFor(
    store,
    settings.catalog ?? catalogWith(entities),
    settings,
  ).scan();
}
