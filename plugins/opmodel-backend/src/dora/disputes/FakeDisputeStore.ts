import { ConflictError } from '@backstage/errors';
import type { DoraMetricId } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { refuseDispute } from './disputeLimits';
import {
  type DisputeEnd,
  type DisputeFilter,
  type DisputeLimits,
  type DisputeOrder,
  type DisputeRecord,
  type DisputeStore,
  type OpenedDispute,
  positionOf,
} from './DisputeStore';

type KeptDispute = Omit<DisputeRecord, 'scopeKind' | 'scopeTitle' | 'ownerRef'>;

/** Keeps disputes in memory. */
export class FakeDisputeStore implements DisputeStore {
  readonly #catalog: CatalogStore;
  #disputes: KeptDispute[] = [];

  constructor(catalog: CatalogStore) {
    this.#catalog = catalog;
  }

  async open(dispute: OpenedDispute, limits: DisputeLimits): Promise<void> {
    const open = this.#disputes.filter(({ state }) => state === 'open');
    const numberOf = (one: OpenedDispute) =>
      JSON.stringify([
        one.openedBy,
        one.scopeRef,
        one.metric,
        one.profile,
        one.from,
        one.to,
      ]);
    refuseDispute(
      dispute,
      {
        ofPerson: open.filter(({ openedBy }) => openedBy === dispute.openedBy)
          .length,
        ofScope: open.filter(({ scopeRef }) => scopeRef === dispute.scopeRef)
          .length,
        same: open.find(other => numberOf(other) === numberOf(dispute))?.id,
      },
      limits,
    );
    this.#disputes.push({
      ...dispute,
      state: 'open',
      answer: null,
      answeredBy: null,
      answeredAt: null,
    });
  }

  async get(
    { scopeRef, id }: { scopeRef: string; id: string },
    visibility: Visibility,
  ): Promise<DisputeRecord | undefined> {
    const found = await this.#find({ scopeRef }, visibility);
    return found.find(dispute => dispute.id === id);
  }

  async end(
    { scopeRef, id }: { scopeRef: string; id: string },
    end: DisputeEnd,
    { now }: { now: number },
  ): Promise<void> {
    const found = this.#disputes.find(
      dispute =>
        dispute.id === id &&
        dispute.scopeRef === scopeRef &&
        dispute.state === 'open',
    );
    if (!found) {
      throw new ConflictError(`Dispute '${id}' is no longer open`);
    }
    found.state = end.state;
    if (end.state !== 'withdrawn') {
      found.answer = end.answer;
      found.answeredBy = end.by;
      found.answeredAt = now;
    }
  }

  async list(
    filter: DisputeFilter,
    visibility: Visibility,
    page: {
      order: DisputeOrder;
      limit: number;
      after?: { key: string; id: string };
    },
  ): Promise<{ items: DisputeRecord[]; total: number }> {
    const { order, limit, after } = page;
    const keyOf = (dispute: DisputeRecord) =>
      `${positionOf(dispute, order)} ${dispute.id}`;
    const found = (await this.#find(filter, visibility)).sort((a, b) =>
      keyOf(a) < keyOf(b) ? -1 : 1,
    );
    return {
      items: found
        .filter(
          dispute => !after || keyOf(dispute) > `${after.key} ${after.id}`,
        )
        .slice(0, limit),
      total: found.length,
    };
  }

  async countOpen(
    scopeRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<DoraMetricId, number>>> {
    const byScope = new Map<string, Map<DoraMetricId, number>>();
    for (const { scopeRef, metric, state } of this.#disputes) {
      if (state === 'open' && scopeRefs.includes(scopeRef)) {
        const counts = byScope.get(scopeRef) ?? new Map();
        counts.set(metric, (counts.get(metric) ?? 0) + 1);
        byScope.set(scopeRef, counts);
      }
    }
    return byScope;
  }

  async #find(
    { scopeRef, state, ownerRefs }: DisputeFilter,
    visibility: Visibility,
  ): Promise<DisputeRecord[]> {
    const records: DisputeRecord[] = [];
    for (const dispute of this.#disputes) {
      const scope = await this.#catalog.getEntity(dispute.scopeRef, visibility);
      if (
        scope &&
        dispute.scopeRef === (scopeRef ?? dispute.scopeRef) &&
        dispute.state === (state ?? dispute.state) &&
        (!ownerRefs ||
          ownerRefs.includes(scope.ownerRef ?? '') ||
          (await this.#isBelow(scope.ref, ownerRefs, visibility)))
      ) {
        records.push({
          ...dispute,
          scopeKind: scope.kind,
          scopeTitle: scope.title ?? scope.name,
          ownerRef: scope.kind === 'group' ? scope.ref : scope.ownerRef ?? null,
        });
      }
    }
    return records;
  }

  async #isBelow(
    ref: string,
    ownerRefs: string[],
    visibility: Visibility,
  ): Promise<boolean> {
    const visible = await this.#catalog.existingRefs(ownerRefs, visibility);
    const scopes = await this.#catalog.listScopesOf(ref, visibility);
    return scopes.some(scope => visible.has(scope));
  }
}
