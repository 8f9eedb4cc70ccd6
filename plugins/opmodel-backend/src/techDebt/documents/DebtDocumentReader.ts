import type { DebtDocumentPage } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  CatalogEntity,
  CatalogStore,
  ScopeFilter,
} from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import { titleOf } from '../../decisions/NamedEntities';
import type { DebtCaller } from '../items/DebtCaller';
import type { DebtLinkChecks } from '../links/DebtLinkChecks';
import { debtDocumentEntityKind } from './debtDocumentEntity';
import type { DebtDocumentStore, KeptDebtDocument } from './DebtDocumentStore';
import { ReadableProblems } from './ReadableProblems';

/** Problems of a document that are told at a time, well below those that are kept, so that which are kept tells nothing. */
const TOLD_PROBLEMS = 20;

/** What is listed. */
const filter: ScopeFilter = {
  scopeRef: organisationScope,
  kinds: [debtDocumentEntityKind],
};

/** What the list is read from. */
export interface DebtDocumentReaderOptions {
  catalog: Pick<CatalogStore, 'countScope' | 'existingRefs' | 'listScope'>;
  documents: Pick<DebtDocumentStore, 'countItems' | 'list'>;
  linkChecks: DebtLinkChecks;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Lists the documents of the catalog that keep debt, with what came of them. */
export class DebtDocumentReader {
  readonly #options: DebtDocumentReaderOptions;

  constructor(options: DebtDocumentReaderOptions) {
    this.#options = options;
  }

  /**
   * A page of those that somebody may see, in the order of their refs.
   *
   * @throws InputError when the cursor is not one that this list gave
   */
  async list(
    page: { limit: number; cursor?: string },
    caller: DebtCaller,
  ): Promise<DebtDocumentPage> {
    const { catalog, documents, linkChecks, clock } = this.#options;
    const after = decodeCursor<{ ref: string }>(
      page.cursor,
      { ref: ['string'] },
      filter,
    );
    const [{ items, nextCursor }, totalItems] = await Promise.all([
      catalog.listScope(filter, caller.reads, {
        limit: page.limit,
        cursor: after?.ref,
      }),
      catalog.countScope(filter, caller.reads),
    ]);
    const refs = items.map(({ ref }) => ref);
    const [kept, counts, problems] = await Promise.all([
      documents.list(refs),
      documents.countItems(refs, caller.reads),
      ReadableProblems.read(items, {
        catalog,
        caller,
        linkChecks,
        now: clock(),
      }),
    ]);
    const keptOf = new Map(kept.map(one => [one.ref, one]));
    return {
      items: items.map(entity =>
        describe(
          entity,
          keptOf.get(entity.ref),
          counts.get(entity.ref) ?? 0,
          problems,
        ),
      ),
      totalItems,
      nextCursor:
        nextCursor === undefined
          ? null
          : encodeCursor({ ref: nextCursor }, filter),
    };
  }
}

function describe(
  entity: CatalogEntity,
  kept: KeptDebtDocument | undefined,
  items: number,
  problems: ReadableProblems,
): DebtDocumentPage['items'][number] {
  const found = kept ? problems.of(kept) : [];
  return {
    entityRef: entity.ref,
    title: titleOf(entity),
    keptAt: toInstant(kept?.keptAt ?? null),
    items,
    problems: found.slice(0, TOLD_PROBLEMS),
    moreProblems: found.length > TOLD_PROBLEMS,
  };
}
