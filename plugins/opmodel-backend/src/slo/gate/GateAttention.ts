import type { AttentionItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import { redactGate } from './redactGate';
import type { HeldRelease, ReleaseGateStore } from './ReleaseGateStore';

/** A release that was held longer ago was given up, or has found another way. Milliseconds. */
const RECENT_MS = 86_400_000;

/** Tells owners that a release of theirs is held. */
export class GateAttention {
  readonly #options: {
    store: Pick<ReleaseGateStore, 'listHeld'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    clock: () => number;
  };

  constructor(options: {
    store: Pick<ReleaseGateStore, 'listHeld'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** @param owners - only what these and the groups below them own; absent: all */
  async list(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]> {
    const { store, catalog, clock } = this.#options;
    const held = await store.listHeld(
      { owners, visibility },
      clock() - RECENT_MS,
    );
    return Promise.all(
      held.map(async release =>
        toItem(await redactGate(release, catalog, visibility)),
      ),
    );
  }
}

function toItem(release: HeldRelease): AttentionItem {
  const { entityRef, entityTitle, ownerRef, at, reference, reasons } = release;
  const reason = reasons.find(({ sloRef }) => sloRef !== null);
  return {
    id: `slo:release-held:${entityRef}`,
    subject: 'slo',
    kind: 'release-held',
    entityRef,
    entityTitle,
    ownerRef,
    since: toInstant(at),
    urgency: 'now',
    values: {
      sloRef: reason?.sloRef ?? null,
      sloTitle: reason?.sloTitle ?? null,
      objective: reason?.objective ?? null,
      remaining: reason?.values.remaining ?? null,
      threshold: reason?.values.threshold ?? null,
      reference,
    },
  };
}
