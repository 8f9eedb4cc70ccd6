import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type DebtItem,
  readDebtDocument,
} from '@opmodel/backstage-plugin-opmodel-common';
import { isEqual } from 'lodash';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import { seesAll } from '../../catalog/Visibility';
import type { DebtExchangeStore } from '../exchange/DebtExchangeStore';
import { RowReferences } from '../exchange/RowReferences';
import { ownersOfEntities } from '../items/ownersOfEntities';
import { hasLeftDocument } from '../items/KeepingDocument';
import type { DebtLinkChecks } from '../links/DebtLinkChecks';
import { debtDocumentEntityKind, debtDocumentOf } from './debtDocumentEntity';
import type {
  DebtDocumentProblem,
  DebtDocumentStore,
  KeptDebtDocument,
} from './DebtDocumentStore';
import { DocumentItems } from './DocumentItems';

/** Entities that one read brings. */
const PAGE = 500;

/** Problems of a document that are kept; who mends these finds the others. */
const KEPT_PROBLEMS = 100;

/** Who changes items in the name of their documents. */
const ENGINE = 'opmodel';

/** How often a document is written of which somebody else changes items. */
const TRIES = 3;

/** What came of a document. */
interface WrittenDocument {
  problems: DebtDocumentProblem[];
  items: number;
  /** Whether somebody else wrote some of it at the same time. */
  isOvertaken: boolean;
}

/** What the keeper works with. */
export interface DebtDocumentKeeperOptions {
  catalog: Pick<
    CatalogStore,
    'existingRefs' | 'getEntities' | 'listScope' | 'snapshotState'
  >;
  documents: DebtDocumentStore;
  exchange: Pick<DebtExchangeStore, 'listOfDocument' | 'write'>;
  linkChecks: DebtLinkChecks;
  logger: LoggerService;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** What is told of a document that failed for reasons of the engine. */
const failed: DebtDocumentProblem = {
  row: null,
  name: null,
  field: '',
  message: 'could not be taken in; the log of the engine says why',
};

/**
 * Makes the items of documents what these say. An item that is wrong hurts no other, nor does a document; of one that is wrong as a whole,
 * its items stay as they are. So they do where a document leaves the catalog: nobody has said that they were paid.
 *
 * Doing it twice, or in two replicas at once, does it once: an item of a document is there once, and each version follows one before.
 */
export class DebtDocumentKeeper {
  readonly #options: DebtDocumentKeeperOptions;

  constructor(options: DebtDocumentKeeperOptions) {
    this.#options = options;
  }

  /** Does nothing before the first complete scan, as nothing is known of the catalog then. */
  async keep(): Promise<void> {
    const { catalog, documents } = this.#options;
    if ((await catalog.snapshotState()).completedAt === undefined) {
      return;
    }
    const kept = new Map((await documents.list()).map(one => [one.ref, one]));
    const entities = await this.#readEntities();
    for (const entity of entities) {
      await this.#keepOne(entity, kept.get(entity.ref));
    }
    const present = new Set(entities.map(({ ref }) => ref));
    await documents.forget([...kept.keys()].filter(ref => !present.has(ref)));
  }

  async #keepOne(
    entity: CatalogEntity,
    before: KeptDebtDocument | undefined,
  ): Promise<void> {
    const { documents, logger } = this.#options;
    const { ref } = entity;
    const at = this.#options.clock();
    const { problems, items } = await this.#writeAll(entity).catch(error => {
      logger.error(`${ref} could not be taken in`, error);
      return { problems: [failed], items: before?.items ?? 0 };
    });
    const wrong = problems.slice(0, KEPT_PROBLEMS);
    const problemsSince =
      wrong.length === 0 ? null : before?.problemsSince ?? at;
    await documents.keep([
      { ref, problems: wrong, items, problemsSince, keptAt: at },
    ]);
    if (wrong.length > 0 && !isEqual(wrong, before?.problems)) {
      logger.warn(
        `${ref}: ${problems.length} problems; the first: ${printProblem(
          wrong[0],
        )}`,
      );
    }
  }

  /** Whoever changes one of its items at the same time does so first. */
  async #writeAll(entity: CatalogEntity): Promise<WrittenDocument> {
    let written = await this.#write(entity);
    for (let again = 1; again < TRIES && written.isOvertaken; again += 1) {
      written = await this.#write(entity);
    }
    return written;
  }

  async #write(entity: CatalogEntity): Promise<WrittenDocument> {
    const { catalog, exchange, linkChecks, clock } = this.#options;
    const { ref } = entity;
    const at = clock();
    const read = readDebtDocument(debtDocumentOf(entity), { now: at });
    const known = await exchange.listOfDocument(ref);
    if (read.head === null) {
      const problems = read.problems.map(({ field, message }) => {
        return { row: null, name: null, field, message };
      });
      return { problems, items: countKept(known), isOvertaken: false };
    }
    const carriers = read.rows.flatMap(({ given }) => given.entityRefs ?? []);
    const owners = await ownersOfEntities(catalog, carriers, seesAll);
    const references = await RowReferences.read(read.rows, known, {
      catalog,
      caller: { reads: seesAll, seeing: async () => seesAll },
      linkChecks,
      seesLink: () => true,
      owners: carriers.flatMap(carrier => owners.ownerOf(carrier) ?? []),
    });
    const { created, replaced, problems } = new DocumentItems(
      { ...read, ref, items: known, owners, references },
      { by: ENGINE, at },
    ).plan();
    // All of a document or nothing of it: whoever reads the register between two of its items would see it half.
    const written = await exchange.write({ created, replaced });
    const next = new Map(replaced.map(({ item }) => [item.id, item]));
    return {
      problems,
      items:
        countKept(known.map(item => next.get(item.id) ?? item)) +
        written.created.size,
      isOvertaken:
        written.created.size < created.length ||
        written.replaced.size < replaced.length,
    };
  }

  async #readEntities(): Promise<CatalogEntity[]> {
    const { catalog } = this.#options;
    const entities: CatalogEntity[] = [];
    let cursor: string | undefined;
    do {
      const page = await catalog.listScope(
        { scopeRef: organisationScope, kinds: [debtDocumentEntityKind] },
        seesAll,
        { limit: PAGE, cursor },
      );
      entities.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return entities;
  }
}

function countKept(items: readonly DebtItem[]): number {
  return items.filter(item => !hasLeftDocument(item)).length;
}

/** A problem in one line. */
export function printProblem({
  row,
  name,
  field,
  message,
}: DebtDocumentProblem): string {
  const item = name ?? (row === null ? '' : `item ${row}`);
  return [item, field, message].filter(part => part !== '').join(' ');
}
