import { createHash } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import type { SnapshotProblem } from './CatalogStore';
import {
  hashEntity,
  scopeNode,
  snapshotEntity,
  type SnapshotOptions,
} from './snapshotEntity';
import { domainOf, type ScopeNode, scopesOf } from './scopesOf';
import type {
  ChangedEntity,
  MovedEntity,
  SnapshotBasis,
} from './SnapshotStore';
import {
  ownershipHistoryAnnotation,
  parseOwnershipHistory,
} from './ownershipHistory';

/** What a scan keeps of an entity until all have been read. */
export interface ScannedEntity {
  node: ScopeNode;
  hash: string;
  ownershipHistory?: string;
  /** Only of an entity that is not in the snapshot as it is. */
  entity?: Entity;
}

/** What a scan found to be different from the snapshot. */
export interface ScanPlan {
  /** Entities that the scan read. */
  entities: number;
  nodes: ReadonlyMap<string, ScopeNode>;
  changed: ChangedEntity[];
  moved: MovedEntity[];
  removed: string[];
  /** The scopes now of every entity that changed or moved. */
  scopes: Map<string, string[]>;
  problems: SnapshotProblem[];
}

/** Reduces an entity to what the scan needs, so that a large catalog does not have to be held as a whole. */
export function readScanned(
  entity: Entity,
  basis: SnapshotBasis,
  options: SnapshotOptions,
): ScannedEntity {
  const node = scopeNode(entity);
  const hash = hashEntity(entity, options);
  const known = basis.fingerprints.get(node.ref);
  const isKnown = known && !known.removed && known.hash === hash;
  const history = entity.metadata.annotations?.[ownershipHistoryAnnotation];
  return {
    node,
    hash,
    ...(typeof history === 'string' ? { ownershipHistory: history } : {}),
    ...(isKnown ? {} : { entity }),
  };
}

function hashScopes(scopes: string[], domainRef: string | undefined): string {
  return createHash('sha256')
    .update(JSON.stringify([scopes, domainRef ?? null]))
    .digest('base64url');
}

/**
 * Compares a complete reading of the catalog with the snapshot.
 *
 * @param scanned - every entity of the catalog; of two with one ref the later counts
 * @param today - ISO day in the configured zone
 */
export function planScan(
  scanned: readonly ScannedEntity[],
  basis: SnapshotBasis,
  options: SnapshotOptions & { today: string },
): ScanPlan {
  // An entity that changes while the catalog is being read can come twice, on two pages.
  const byRef = new Map(scanned.map(item => [item.node.ref, item]));
  const nodes = new Map([...byRef].map(([ref, item]) => [ref, item.node]));
  const plan: ScanPlan = {
    entities: byRef.size,
    nodes,
    changed: [],
    moved: [],
    removed: [],
    scopes: new Map(),
    problems: [],
  };
  for (const [ref, { node, hash, entity, ownershipHistory }] of byRef) {
    const scopes = scopesOf(node, nodes);
    const domainRef = domainOf(node, nodes);
    const scopesHash = hashScopes(scopes, domainRef);
    if (entity) {
      const read = snapshotEntity(entity, options);
      plan.changed.push({ ...read, domainRef, hash, scopesHash });
      plan.scopes.set(ref, scopes);
    } else if (basis.fingerprints.get(ref)?.scopesHash !== scopesHash) {
      plan.moved.push({ ref, domainRef, scopesHash });
      plan.scopes.set(ref, scopes);
    }
    const { problem } = parseOwnershipHistory(ownershipHistory, options.today);
    if (problem) {
      plan.problems.push({ entityRef: ref, message: problem });
    }
  }
  for (const [ref, { removed }] of basis.fingerprints) {
    if (!removed && !byRef.has(ref)) {
      plan.removed.push(ref);
    }
  }
  return plan;
}

/** The refs whose spans may differ after the scan. */
export function refsOfPlan(plan: ScanPlan): string[] {
  return [...plan.scopes.keys(), ...plan.removed];
}
