import { ConflictError } from '@backstage/errors';
import {
  assessOwnership,
  dayOf,
  ofTier,
  type OwnershipDefinition,
  type OwnershipFacts,
} from '@opmodel/backstage-plugin-opmodel-common';
import { createHash } from 'node:crypto';
import type { CatalogStore } from '../catalog/CatalogStore';
import { kindOfRef } from '../catalog/scopesOf';
import type { ScanNews } from '../catalog/SnapshotStore';
import type { FigureListener } from '../lib/FigureListener';
import type { AssessedState, AssessmentStore } from './AssessmentStore';
import type { OwnershipWorldReader } from './OwnershipWorldReader';

/** Milliseconds. */
const DAY = 86_400_000;

/** How often an assessment begins anew because another one came in between. */
const TRIES = 10;

/** Names everything that changes a ladder beside the facts. */
export function hashOfDefinition(definition: OwnershipDefinition): string {
  const entries = Object.entries(definition).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return createHash('sha256')
    .update(JSON.stringify(entries))
    .digest('hex')
    .slice(0, 16);
}

/** What is kept of the ladder of an entity. */
export function toAssessedState(
  facts: OwnershipFacts,
  definition: OwnershipDefinition,
  now: number,
): AssessedState {
  const { reached, gaps, rungs } = assessOwnership(facts, definition, now);
  const { ref, tier, owner, verifiedAt } = facts;
  return {
    entityRef: ref,
    ownerRef: owner?.ref ?? null,
    tier,
    reached,
    gaps,
    rungs,
    verifiedAt,
    expiresAt:
      verifiedAt === null
        ? null
        : verifiedAt + ofTier(definition.reviewDays, tier) * DAY,
  };
}

/**
 * Keeps of every entity how well it is owned: after a scan that found something, after a review, and with each new day, on which
 * confirmations end. Doing the same twice changes nothing.
 */
export class OwnershipAssessor {
  readonly #options: {
    catalog: Pick<CatalogStore, 'snapshotState'>;
    world: OwnershipWorldReader;
    store: AssessmentStore;
    definition: OwnershipDefinition;
    zone: string;
    clock: () => number;
    onFigures?: FigureListener;
  };
  readonly #hash: string;
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: {
    catalog: Pick<CatalogStore, 'snapshotState'>;
    world: OwnershipWorldReader;
    store: AssessmentStore;
    definition: OwnershipDefinition;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
    /** Is told of entities that were assessed anew, where any of them differs. */
    onFigures?: FigureListener;
  }) {
    this.#options = options;
    this.#hash = hashOfDefinition(options.definition);
  }

  /**
   * Assesses entities anew. Assessments of one process follow each other.
   *
   * @param refs - absent: everything
   * @returns how many entities differ
   * @throws ConflictError when other replicas assess without an end
   */
  assess(refs?: readonly string[]): Promise<number> {
    const next = this.#running.then(() => this.#assess(refs));
    this.#running = next.catch(() => undefined);
    return next;
  }

  /**
   * Assesses everything where that was not done on this day by this definition, and otherwise what was confirmed and could not be
   * assessed then. Call it often.
   */
  async assessDue(): Promise<void> {
    const { store, zone, clock } = this.#options;
    const { day, hash } = await store.progress();
    if (day !== dayOf(clock(), zone) || hash !== this.#hash) {
      await this.assess();
      return;
    }
    const refs = await store.listUnassessed();
    if (refs.length > 0) {
      await this.assess(refs);
    }
  }

  /** Takes in what a scan found. A group, a person or a document may matter to anything. */
  async takeIn({ changed, moved, removed }: ScanNews): Promise<void> {
    const { definition } = this.#options;
    const refs = [...new Set([...changed, ...moved, ...removed])];
    if (refs.every(ref => definition.kinds.includes(kindOfRef(ref)))) {
      await this.assess(refs);
    } else {
      await this.assess();
    }
  }

  async #assess(refs: readonly string[] | undefined): Promise<number> {
    const { catalog, world, store, definition, zone, clock } = this.#options;
    if ((await catalog.snapshotState()).completedAt === undefined) {
      return 0;
    }
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const { revision, hash } = await store.progress();
      // Some entities by one definition and the rest by another would add up to nothing.
      const asked = hash === this.#hash ? refs : undefined;
      const found = await world.read(asked);
      const now = clock();
      const differing = await store.keep({
        states: found.entities.map(entity =>
          toAssessedState(found.factsOf(entity), definition, now),
        ),
        refs: asked,
        basis: revision,
        definition,
        hash: this.#hash,
        day: dayOf(now, zone),
        now,
      });
      if (differing !== undefined) {
        if (differing > 0) {
          this.#options.onFigures?.(asked);
        }
        return differing;
      }
    }
    throw new ConflictError(
      'Ownership is being assessed by others without an end; it is tried again',
    );
  }
}
