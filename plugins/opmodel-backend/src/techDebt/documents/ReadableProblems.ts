import {
  type ImportRow,
  readDebtDocument,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { RowReferences } from '../exchange/RowReferences';
import type { DebtCaller } from '../items/DebtCaller';
import type { DebtLinkChecks } from '../links/DebtLinkChecks';
import { debtDocumentOf } from './debtDocumentEntity';
import type {
  DebtDocumentProblem,
  KeptDebtDocument,
} from './DebtDocumentStore';

/** What is wrong with documents, as somebody may know it: nobody learns from it whether what is hidden from them exists. */
export class ReadableProblems {
  readonly #rows: ReadonlyMap<string, readonly ImportRow[]>;
  readonly #references: RowReferences | undefined;

  private constructor(
    rows: ReadonlyMap<string, readonly ImportRow[]>,
    references?: RowReferences,
  ) {
    this.#rows = rows;
    this.#references = references;
  }

  /** Looks up at once what all the documents name. */
  static async read(
    documents: readonly CatalogEntity[],
    {
      catalog,
      caller,
      linkChecks,
      now,
    }: {
      catalog: Pick<CatalogStore, 'existingRefs'>;
      caller: Pick<DebtCaller, 'reads' | 'seeing'>;
      linkChecks: DebtLinkChecks;
      /** Epoch milliseconds. */
      now: number;
    },
  ): Promise<ReadableProblems> {
    // Who sees everything is told what the engine found, which saw everything as well.
    if (caller.reads.type === 'all') {
      return new ReadableProblems(new Map());
    }
    const rows = new Map(
      documents.map(entity => [
        entity.ref,
        readDebtDocument(debtDocumentOf(entity), { now }).rows,
      ]),
    );
    const references = await RowReferences.read([...rows.values()].flat(), [], {
      catalog,
      caller,
      linkChecks,
      owners: [],
      seesLink: () => true,
    });
    return new ReadableProblems(rows, references);
  }

  /**
   * An item that names something which is not there for this reader is wrong for that alone, whether the engine took it or not.
   *
   * @returns in the order of the rows
   */
  of({ ref, problems }: KeptDebtDocument): DebtDocumentProblem[] {
    const unseen = new Map<number, DebtDocumentProblem>();
    for (const { row, name, given } of this.#rows.get(ref) ?? []) {
      const found = this.#references?.findProblem(given, null);
      if (found) {
        const message =
          'must name what is in the catalog or in the engine, and you may see';
        unseen.set(row, { row, name, field: found.field, message });
      }
    }
    return [
      ...problems.filter(({ row }) => row === null || !unseen.has(row)),
      ...unseen.values(),
    ].sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  }
}
