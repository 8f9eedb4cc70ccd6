import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  deedOfTime,
  isEndOfAcceptance,
  speaksFor,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import { seesAll, type Visibility } from '../catalog/Visibility';
import {
  type AcceptanceFilter,
  type AcceptancePosition,
  type AcceptanceStep,
  type AcceptanceStore,
  afterStep,
  alreadyAsked,
  type KeptAcceptance,
  type KeptRule,
  positionOf,
} from './AcceptanceStore';
import { documentOf } from './subjectDocument';
import { awaitedRefs } from './standingAgreement';

/** Keeps acceptances in memory. */
export class FakeAcceptanceStore implements AcceptanceStore {
  readonly #catalog: CatalogStore;
  readonly #kept = new Map<string, KeptAcceptance>();
  readonly #untold = new Set<string>();

  constructor(catalog: CatalogStore) {
    this.#catalog = catalog;
  }

  async add(acceptance: KeptAcceptance, visibility: Visibility): Promise<void> {
    for (const other of this.#kept.values()) {
      if (
        other.state === 'requested' &&
        other.subject === acceptance.subject &&
        other.subjectRef === acceptance.subjectRef &&
        other.entityRefs.some(ref => acceptance.entityRefs.includes(ref))
      ) {
        const isSeen = await this.#isShown(other, visibility);
        throw new ConflictError(alreadyAsked(isSeen ? other.id : undefined));
      }
    }
    this.#keep(acceptance);
  }

  async get(
    id: string,
    visibility: Visibility,
  ): Promise<KeptAcceptance | undefined> {
    const kept = this.#kept.get(id);
    return kept && (await this.#isShown(kept, visibility)) ? kept : undefined;
  }

  async list(
    filter: AcceptanceFilter,
    visibility: Visibility,
    page: { limit: number; after?: AcceptancePosition },
  ): Promise<{ items: KeptAcceptance[]; total: number }> {
    const found: KeptAcceptance[] = [];
    for (const kept of this.#kept.values()) {
      if (
        (await this.#isShown(kept, visibility)) &&
        (await this.#matches(kept, filter, visibility))
      ) {
        found.push(kept);
      }
    }
    const textOf = ({ key, id }: AcceptancePosition) => `${key} ${id}`;
    const { limit, after } = page;
    return {
      total: found.length,
      items: found
        .sort((a, b) =>
          textOf(positionOf(a)) < textOf(positionOf(b)) ? -1 : 1,
        )
        .filter(one => !after || textOf(positionOf(one)) > textOf(after))
        .slice(0, limit),
    };
  }

  async change(
    id: string,
    plan: (current: KeptAcceptance) => AcceptanceStep | undefined,
  ): Promise<KeptAcceptance> {
    const current = this.#kept.get(id);
    if (!current) {
      throw new NotFoundError(`There is no acceptance '${id}'`);
    }
    const step = plan(current);
    return step ? this.#keep(afterStep(current, step)) : current;
  }

  async replaceRule(id: string, rule: KeptRule): Promise<void> {
    const current = this.#kept.get(id);
    if (current?.state === 'requested') {
      this.#kept.set(id, { ...current, ...rule });
    }
  }

  async listDue(today: string, limit: number): Promise<string[]> {
    return this.#ordered(
      kept => deedOfTime(kept.state, kept, today) !== undefined,
    )
      .slice(0, limit)
      .map(({ id }) => id);
  }

  async listUntold(
    limit: number,
    after?: Pick<KeptAcceptance, 'id' | 'requestedAt'>,
  ): Promise<KeptAcceptance[]> {
    return this.#ordered(
      ({ id, requestedAt }) =>
        this.#untold.has(id) &&
        (!after ||
          requestedAt > after.requestedAt ||
          (requestedAt === after.requestedAt && id > after.id)),
    ).slice(0, limit);
  }

  async markTold(told: Pick<KeptAcceptance, 'id' | 'revision'>): Promise<void> {
    if (this.#kept.get(told.id)?.revision === told.revision) {
      this.#untold.delete(told.id);
    }
  }

  async deleteEndedBefore(before: number, limit: number): Promise<number> {
    const ended = this.#ordered(
      ({ state, decidedAt }) =>
        isEndOfAcceptance(state) && decidedAt !== null && decidedAt < before,
    ).slice(0, limit);
    ended.forEach(({ id }) => this.#kept.delete(id));
    return ended.length;
  }

  #keep(acceptance: KeptAcceptance): KeptAcceptance {
    this.#kept.set(acceptance.id, acceptance);
    this.#untold.add(acceptance.id);
    return acceptance;
  }

  #ordered(isWanted: (kept: KeptAcceptance) => boolean): KeptAcceptance[] {
    return [...this.#kept.values()]
      .filter(isWanted)
      .sort((a, b) => a.requestedAt - b.requestedAt || (a.id < b.id ? -1 : 1));
  }

  async #isShown(
    kept: KeptAcceptance,
    visibility: Visibility,
  ): Promise<boolean> {
    const document = documentOf(kept.subjectRef);
    const refs = document === undefined ? [] : [document];
    const [[known], [seen]] = await Promise.all(
      [seesAll, visibility].map(sees =>
        this.#catalog.getEntities(refs, sees, { includeRemoved: true }),
      ),
    );
    return (!known || !!seen) && (await this.#isVisible(kept, visibility));
  }

  async #isVisible(
    { entityRefs, receivingRef }: KeptAcceptance,
    visibility: Visibility,
  ): Promise<boolean> {
    const refs = receivingRef ? [...entityRefs, receivingRef] : entityRefs;
    const seen = await this.#catalog.getEntities(refs, visibility, {
      includeRemoved: true,
    });
    return visibility.type === 'all' || seen.length === new Set(refs).size;
  }

  async #matches(
    kept: KeptAcceptance,
    filter: AcceptanceFilter,
    visibility: Visibility,
  ): Promise<boolean> {
    const { approverRefs, entityRefs, ownerRefs, waitingFor } = filter;
    const { inForceOn, urgentAt, orRequested, expiring } = filter;
    const { state, subject, expiresOn } = kept;
    return (
      (filter.ids?.includes(kept.id) ?? true) &&
      (filter.subjectRefs?.includes(kept.subjectRef ?? '') ?? true) &&
      state === (filter.state ?? state) &&
      subject === (filter.subject ?? subject) &&
      kept.requestedBy === (filter.requestedBy ?? kept.requestedBy) &&
      (!approverRefs ||
        kept.approvers.some(({ ref }) => approverRefs.has(ref))) &&
      (!entityRefs || kept.entityRefs.some(ref => entityRefs.includes(ref))) &&
      (!inForceOn ||
        (state === 'approved' &&
          (expiresOn === null || expiresOn >= inForceOn)) ||
        (state === 'requested' &&
          (orRequested ||
            (kept.urgentUntil ?? -Infinity) > (urgentAt ?? Infinity)))) &&
      (!expiring ||
        (state === 'approved' &&
          expiresOn !== null &&
          expiresOn >= expiring.from &&
          expiresOn <= expiring.to)) &&
      (!waitingFor || (await this.#waitsFor(kept, waitingFor))) &&
      (!ownerRefs || (await this.#isOwnedBy(kept, ownerRefs, visibility)))
    );
  }

  async #waitsFor(
    kept: KeptAcceptance,
    { person, refs, of }: NonNullable<AcceptanceFilter['waitingFor']>,
  ): Promise<boolean> {
    return (
      kept.state === 'requested' &&
      kept.requestedBy !== person &&
      !kept.approvals.some(({ by }) => by === person) &&
      kept.approvers.some(
        approver =>
          awaitedRefs(kept).has(approver.ref) &&
          speaksFor(approver, new Set(refs)),
      ) &&
      (await this.#isVisible(kept, of))
    );
  }

  async #isOwnedBy(
    { entityRefs }: KeptAcceptance,
    ownerRefs: readonly string[],
    visibility: Visibility,
  ): Promise<boolean> {
    const scopes = await this.#catalog.existingRefs(ownerRefs, visibility);
    for (const { ref, ownerRef } of await this.#catalog.getEntities(
      entityRefs,
      visibility,
    )) {
      const counted = await this.#catalog.listScopesOf(ref, visibility);
      if (
        ownerRefs.includes(ownerRef ?? '') ||
        counted.some(scope => scopes.has(scope))
      ) {
        return true;
      }
    }
    return false;
  }
}
