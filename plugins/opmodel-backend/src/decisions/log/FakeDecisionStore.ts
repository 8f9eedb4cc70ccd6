import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type {
  DecisionFilter,
  DecisionPosition,
  DecisionRecord,
  DecisionStore,
  PastDecision,
} from './DecisionStore';
import { refuseChanged } from './refuseChanged';
import { searchedText } from './searchedText';

/** Keeps the decision log in memory. */
export class FakeDecisionStore implements DecisionStore {
  readonly #catalog: CatalogStore;
  readonly #decisions = new Map<string, DecisionRecord>();
  readonly #past = new Map<string, PastDecision[]>();

  constructor(catalog: CatalogStore) {
    this.#catalog = catalog;
  }

  async save(decisions: readonly DecisionRecord[]): Promise<void> {
    for (const { id, version } of decisions) {
      if (version > 1) {
        refuseChanged(id, this.#decisions.get(id), version - 1);
      }
    }
    for (const decision of decisions) {
      const before = this.#decisions.get(decision.id);
      if (before) {
        this.#past.set(decision.id, [
          {
            version: before.version,
            at: before.updatedAt ?? before.createdAt,
            by: before.updatedBy ?? before.createdBy,
            title: before.title,
            decision: before.decision,
            status: before.status,
            entityRefs: before.entityRefs,
          },
          ...(this.#past.get(decision.id) ?? []),
        ]);
      }
      this.#decisions.set(decision.id, {
        ...decision,
        entityRefs: [...decision.entityRefs].sort(),
      });
    }
  }

  async get(
    id: string,
    visibility: Visibility,
  ): Promise<DecisionRecord | undefined> {
    const decision = this.#decisions.get(id);
    return decision && (await this.#isVisible(decision, visibility))
      ? decision
      : undefined;
  }

  async visibleIds(
    ids: Iterable<string>,
    visibility: Visibility,
  ): Promise<ReadonlySet<string>> {
    const visible = new Set<string>();
    for (const id of ids) {
      if (await this.get(id, visibility)) {
        visible.add(id);
      }
    }
    return visible;
  }

  async listPast(id: string): Promise<PastDecision[]> {
    return this.#past.get(id) ?? [];
  }

  async countEntities(kind: string, visibility: Visibility): Promise<number> {
    const refs = new Set<string>();
    for (const decision of this.#decisions.values()) {
      if (await this.#isVisible(decision, visibility)) {
        decision.entityRefs.forEach(ref => refs.add(ref));
      }
    }
    const entities = await this.#catalog.getEntities(refs, visibility);
    return entities.filter(entity => entity.kind === kind).length;
  }

  async list(
    filter: DecisionFilter,
    visibility: Visibility,
    page: { limit: number; after?: DecisionPosition },
  ): Promise<{ items: DecisionRecord[]; total: number }> {
    const { limit, after } = page;
    const found: DecisionRecord[] = [];
    for (const decision of this.#decisions.values()) {
      if (
        (await this.#isVisible(decision, visibility)) &&
        (await this.#meets(decision, filter, visibility))
      ) {
        found.push(decision);
      }
    }
    found.sort((a, b) => (isBefore(a, b) ? -1 : 1));
    return {
      items: found
        .filter(decision => !after || isBefore(after, decision))
        .slice(0, limit),
      total: found.length,
    };
  }

  async #isVisible(
    { entityRefs }: DecisionRecord,
    visibility: Visibility,
  ): Promise<boolean> {
    const seen = await this.#catalog.getEntities(entityRefs, visibility, {
      includeRemoved: true,
    });
    return seen.length === entityRefs.length;
  }

  async #meets(
    decision: DecisionRecord,
    { words = [], entityRef, ownerRefs, status, reviewBefore }: DecisionFilter,
    visibility: Visibility,
  ): Promise<boolean> {
    const { title, context, decision: text, reviewOn } = decision;
    const searched = searchedText(title, context, text);
    return (
      words.every(word => searched.includes(word)) &&
      (entityRef === undefined ||
        (await this.#isIn(decision.entityRefs, [entityRef], visibility))) &&
      (!ownerRefs ||
        (await this.#isIn([decision.ownerRef], ownerRefs, visibility))) &&
      decision.status === (status ?? decision.status) &&
      (reviewBefore === undefined ||
        (decision.status === 'accepted' &&
          reviewOn !== null &&
          reviewOn < reviewBefore))
    );
  }

  async #isIn(
    refs: readonly string[],
    scopeRefs: readonly string[],
    visibility: Visibility,
  ): Promise<boolean> {
    for (const ref of refs) {
      const scopes = await this.#catalog.listScopesOf(ref, visibility);
      if ([ref, ...scopes].some(scope => scopeRefs.includes(scope))) {
        return true;
      }
    }
    return false;
  }
}

function isBefore(a: DecisionPosition, b: DecisionPosition): boolean {
  if (a.decidedOn !== b.decidedOn) {
    return a.decidedOn > b.decidedOn;
  }
  return a.createdAt === b.createdAt ? a.id > b.id : a.createdAt > b.createdAt;
}
