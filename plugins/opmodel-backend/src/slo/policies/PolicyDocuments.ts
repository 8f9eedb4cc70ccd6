import {
  type ErrorBudgetPolicy,
  readErrorBudgetPolicy,
  readServiceLevelAgreement,
  type ServiceLevelAgreementSpec,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import { seesAll } from '../../catalog/Visibility';
import { RevisionMemory } from '../../lib/RevisionMemory';

/** Entities that one read brings. */
const PAGE = 1_000;

/** A policy with what the catalog says beside it. */
export interface KnownPolicy extends ErrorBudgetPolicy {
  description: string | null;
  ownerRef: string | null;
}

/** A contract on service levels. */
export interface KnownAgreement {
  ref: string;
  title: string;
  spec: ServiceLevelAgreementSpec;
}

/** What an organisation has agreed on about its budgets. */
export interface BudgetDocuments {
  /** By ref. */
  policies: KnownPolicy[];
  agreements: KnownAgreement[];
}

/**
 * Reads error budget policies and agreements from the snapshot of the catalog. They are remembered until the next scan is complete, and
 * never for a time, so that they are never older than the snapshot. Whoever shows them leaves out what the reader may not see.
 */
export class PolicyDocuments {
  readonly #catalog: Pick<CatalogStore, 'listScope' | 'snapshotState'>;
  readonly #memory = new RevisionMemory();

  constructor(options: {
    catalog: Pick<CatalogStore, 'listScope' | 'snapshotState'>;
  }) {
    this.#catalog = options.catalog;
  }

  read(): Promise<BudgetDocuments> {
    return this.#memory.recall(
      'budget documents',
      () => this.#revision(),
      () => this.#read(),
    );
  }

  async #revision(): Promise<string> {
    const { completedAt, scans } = await this.#catalog.snapshotState();
    // Two scans may begin in the same millisecond, so the order of the list does not tell the newest.
    const complete = scans.filter(({ state }) => state === 'complete');
    return [completedAt, ...complete.map(({ id }) => id).sort()].join();
  }

  async #read(): Promise<BudgetDocuments> {
    const documents: BudgetDocuments = { policies: [], agreements: [] };
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.listScope(
        {
          scopeRef: organisationScope,
          kinds: ['errorbudgetpolicy', 'servicelevelagreement'],
        },
        seesAll,
        { limit: PAGE, cursor },
      );
      page.items.forEach(entity => take(documents, entity));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return documents;
  }
}

function take(documents: BudgetDocuments, entity: CatalogEntity): void {
  const { ref, kind, name, document, ownerRef } = entity;
  const common = { ref, title: entity.title ?? name };
  if (kind === 'errorbudgetpolicy') {
    const spec = readErrorBudgetPolicy(document);
    const description = document?.description;
    if (spec) {
      documents.policies.push({
        ...common,
        description: typeof description === 'string' ? description : null,
        ownerRef: spec.owner ?? ownerRef ?? null,
        spec,
      });
    }
    return;
  }
  const spec = readServiceLevelAgreement(document);
  if (spec) {
    documents.agreements.push({ ...common, spec });
  }
}
