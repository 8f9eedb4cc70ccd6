import type { ErrorBudgetPolicySpec } from '@opmodel/backstage-plugin-opmodel-common';
import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { Visibility } from '../../catalog/Visibility';
import { FakeSloSelection } from '../reading/FakeSloSelection';
import type { SloStore } from '../SloStore';
import type {
  Consequence,
  MeasuredSubject,
  NamedConsequence,
  SloPolicyStore,
} from './SloPolicyStore';

/** Keeps consequences in memory, and knows what policies apply to from a snapshot in memory. */
export class FakeSloPolicyStore implements SloPolicyStore {
  readonly #kept = new Map<string, Consequence>();
  readonly #store: SloStore;
  readonly #catalog: FakeComponentCatalog;
  readonly #slos: FakeSloSelection;

  constructor(options: { store: SloStore; catalog: FakeComponentCatalog }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#slos = new FakeSloSelection(options);
  }

  async listSubjects(
    sloRefs: readonly string[],
  ): Promise<ReadonlyMap<string, MeasuredSubject>> {
    const slos = await this.#store.definitions.list(sloRefs);
    return new Map(
      slos
        .filter(({ removedAt }) => removedAt === null)
        .map(({ definition: { ref, entityRef } }) => [
          ref,
          {
            sloRef: ref,
            entityRef,
            tier: this.#catalog.find(entityRef)?.entity.tier ?? null,
            scopes: [ref, entityRef ?? ''].flatMap(of =>
              this.#catalog.listOpenScopes(of),
            ),
          },
        ]),
    );
  }

  async getEntitySubject(entityRef: string): Promise<MeasuredSubject> {
    return {
      sloRef: '',
      entityRef,
      tier: this.#catalog.find(entityRef)?.entity.tier ?? null,
      scopes: this.#catalog.listOpenScopes(entityRef),
    };
  }

  async listHolding(sloRefs: readonly string[]): Promise<Consequence[]> {
    return this.#holding()
      .filter(({ sloRef }) => sloRefs.includes(sloRef))
      .sort((a, b) => a.since - b.since || byId(a, b));
  }

  async change(
    changes: { ended: readonly string[]; begun: readonly Consequence[] },
    { now }: { now: number },
  ): Promise<void> {
    changes.ended.forEach(id => this.#end(id, now));
    for (const consequence of changes.begun) {
      const isThere =
        this.#kept.has(consequence.id) ||
        this.#holding().some(held => isOfOneKind(held, consequence));
      if (!isThere) {
        this.#kept.set(consequence.id, consequence);
      }
    }
  }

  async endOfRemoved({ now }: { now: number }): Promise<void> {
    const slos = await this.#store.definitions.list();
    const present = new Set(slos.map(({ definition }) => definition.ref));
    this.#holding()
      .filter(({ sloRef }) => !present.has(sloRef))
      .forEach(({ id }) => this.#end(id, now));
  }

  async listConsequences(
    filter: {
      policyRefs?: readonly string[];
      sloRefs?: readonly string[];
      endedAfter?: number;
    },
    visibility: Visibility,
    { limit }: { limit: number },
  ): Promise<NamedConsequence[]> {
    const { policyRefs, sloRefs, endedAfter } = filter;
    return (await this.#listSeen(visibility))
      .filter(
        ({ policyRef, sloRef, until }) =>
          (until === null ||
            (endedAfter !== undefined && until > endedAfter)) &&
          (!policyRefs || policyRefs.includes(policyRef)) &&
          (!sloRefs || sloRefs.includes(sloRef)),
      )
      .sort(
        (a, b) =>
          Number(a.until !== null) - Number(b.until !== null) ||
          b.since - a.since ||
          byId(a, b),
      )
      .slice(0, limit);
  }

  async countHolding(
    policyRefs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { policyRef, until } of await this.#listSeen(visibility)) {
      if (until === null && policyRefs.includes(policyRef)) {
        counts.set(policyRef, (counts.get(policyRef) ?? 0) + 1);
      }
    }
    return counts;
  }

  async countEntities(
    { appliesTo, tiers }: Pick<ErrorBudgetPolicySpec, 'appliesTo' | 'tiers'>,
    visibility: Visibility,
  ): Promise<number> {
    const lower = tiers.map(tier => tier.toLowerCase());
    const applied = (await this.#slos.select({ visibility })).filter(
      ({ ref, entityRef, member }) =>
        (lower.length === 0 ||
          lower.includes(member?.entity.tier?.toLowerCase() ?? '')) &&
        (appliesTo.length === 0 ||
          appliesTo.includes(ref) ||
          [ref, entityRef ?? '']
            .flatMap(of => this.#catalog.listOpenScopes(of))
            .some(scope => appliesTo.includes(scope))),
    );
    return new Set(applied.flatMap(({ entityRef }) => entityRef ?? [])).size;
  }

  async deleteEndedBefore(before: number, limit: number): Promise<number> {
    const old = [...this.#kept.values()]
      .filter(({ until }) => until !== null && until < before)
      .sort((a, b) => a.until! - b.until! || byId(a, b))
      .slice(0, limit);
    old.forEach(({ id }) => this.#kept.delete(id));
    return old.length;
  }

  #holding(): Consequence[] {
    return [...this.#kept.values()].filter(({ until }) => until === null);
  }

  #end(id: string, now: number): void {
    const consequence = this.#kept.get(id);
    if (consequence && consequence.until === null) {
      this.#kept.set(id, { ...consequence, until: now });
    }
  }

  async #listSeen(visibility: Visibility): Promise<NamedConsequence[]> {
    const seen = new Map(
      (await this.#slos.select({ visibility })).map(found => [
        found.ref,
        found,
      ]),
    );
    return [...this.#kept.values()].flatMap(consequence => {
      const of = seen.get(consequence.sloRef);
      return of
        ? {
            ...consequence,
            sloTitle: of.slo.definition.title,
            entityRef: of.entityRef,
          }
        : [];
    });
  }
}

/** Of these, one holds at a time. */
function isOfOneKind(a: Consequence, b: Consequence): boolean {
  return (['policyRef', 'sloRef', 'objective', 'kind'] as const).every(
    field => a[field] === b[field],
  );
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
