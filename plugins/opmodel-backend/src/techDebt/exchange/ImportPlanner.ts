import {
  type DebtImportFile,
  type DebtItem,
  type ImportPlan,
  type ImportRow,
  planImport,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { NamedEntities } from '../../decisions/NamedEntities';
import type { DebtCaller } from '../items/DebtCaller';
import { type DebtNames, readDebtNames } from '../items/DebtNames';
import { documentOfItem } from '../items/KeepingDocument';
import { ownersOfEntities } from '../items/ownersOfEntities';
import type { DebtLinkChecks } from '../links/DebtLinkChecks';
import { readShownLinks, type ShownLinks } from '../links/ShownLinks';
import type { DebtExchangeStore } from './DebtExchangeStore';
import { knownView } from './exchangedViews';
import type { LikenessOfRow, PlannedImport, PlannedRow } from './PlannedImport';
import { readImportFile } from './readImportFile';
import { planChangedRow, planNewRow } from './planRows';
import { RowReferences } from './RowReferences';

/** What imports are planned by. */
export interface ImportPlannerOptions {
  store: Pick<DebtExchangeStore, 'listSought'>;
  catalog: Pick<CatalogStore, 'getEntities' | 'existingRefs'>;
  names: Pick<NamedEntities, 'read'>;
  linkChecks: DebtLinkChecks;
  acceptances: Pick<Acceptances, 'listByIds'>;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** What rows are held against. */
interface KnownItems {
  items: ReadonlyMap<string, DebtItem>;
  names: DebtNames;
  shown: ShownLinks;
}

/**
 * Plans what an import does for somebody: a row finds only items that they may see, names only what they may see, and does only what they
 * may do. Nothing is written.
 */
export class ImportPlanner {
  readonly #options: ImportPlannerOptions;

  constructor(options: ImportPlannerOptions) {
    this.#options = options;
  }

  /** @throws InputError that names the field of the request; what is wrong with rows is in the plan */
  async plan(file: DebtImportFile, caller: DebtCaller): Promise<PlannedImport> {
    const { catalog, clock, linkChecks } = this.#options;
    const at = clock();
    const read = readImportFile(file, at);
    const { columns, problems, names } = read;
    const known = await this.#findKnown(read.rows, caller);
    const carriers = read.rows.flatMap(({ given }) => given.entityRefs ?? []);
    const owners = await ownersOfEntities(catalog, carriers, caller.reads);
    const references = await RowReferences.read(
      read.rows,
      [...known.items.values()],
      {
        catalog,
        caller,
        linkChecks,
        seesLink: link => known.shown.show(link) !== undefined,
        owners: carriers.flatMap(ref => owners.ownerOf(ref) ?? []),
      },
    );
    const { sound, bad } = references.sort(read.rows);
    const plan = planImport({
      rows: sound,
      bad: [...read.bad, ...bad],
      known: [...known.items.values()].map(item =>
        knownView(item, known.names, known.shown),
      ),
      ownerOf: owners.ownerOf,
    });
    const given = new Map(sound.map(row => [row.row, row.given]));
    const author = { by: caller.ref, at };
    const likenesses = findLikenesses(plan, known);
    const rows: PlannedRow[] = [
      ...tellPlain(plan, known),
      ...plan.create.map(creation =>
        planNewRow(creation, likenesses.get(creation.row) ?? null, {
          caller,
          author,
          references,
        }),
      ),
      ...plan.update.map(update =>
        planChangedRow(update, known.items.get(update.id)!, {
          caller,
          author,
          references,
          names: known.names,
          shown: known.shown,
          resolvedAt: given.get(update.row)?.resolvedAt ?? null,
        }),
      ),
    ];
    rows.sort((one, other) => one.row - other.row);
    return { columns, problems, rows, names };
  }

  async #findKnown(
    rows: readonly ImportRow[],
    caller: DebtCaller,
  ): Promise<KnownItems> {
    const { store, acceptances } = this.#options;
    const { reads } = caller;
    const named = rows.flatMap(({ given }) => given.externalId ?? []);
    const refs = rows.flatMap(({ given }) => given.entityRefs ?? []);
    // What another system calls an item means one on the row's entities, and any only where the row speaks of none.
    const unplaced = rows.filter(({ given }) => given.entityRefs === undefined);
    const items =
      rows.length === 0
        ? []
        : await store.listSought(
            {
              ids: named,
              externalIds: unplaced.flatMap(
                ({ given }) => given.externalId ?? [],
              ),
              entityRefs: [...new Set(refs)],
            },
            reads,
          );
    const links = items.flatMap(item => item.links);
    const names = await readDebtNames(
      this.#options.names,
      {
        refs: items.flatMap(item => [
          item.ownerRef,
          documentOfItem(item) ?? item.ownerRef,
        ]),
        links,
      },
      reads,
    );
    return {
      items: new Map(items.map(item => [item.id, item])),
      names,
      shown: await readShownLinks(links, names, { acceptances, caller }),
    };
  }
}

/** Rows of which nothing comes. */
function tellPlain(plan: ImportPlan, known: KnownItems): PlannedRow[] {
  return [
    ...plan.unchanged.map(({ row, id }) => ({
      row,
      outcome: 'unchanged' as const,
      id,
      title: known.items.get(id)!.title,
    })),
    ...plan.repeated.map(({ row, ofRow }) => ({
      row,
      outcome: 'repeated' as const,
      ofRow,
    })),
    ...plan.bad.map(({ row, problems }) => ({
      row,
      outcome: 'bad' as const,
      problems,
    })),
  ];
}

/** What new rows look like, by their rows. */
function findLikenesses(
  plan: ImportPlan,
  known: KnownItems,
): Map<number, LikenessOfRow> {
  return new Map(
    plan.possibleDuplicates.map(({ row, id, ofRow }) => {
      const title = id === null ? null : known.items.get(id)!.title;
      return [row, { id, ofRow, title }];
    }),
  );
}
