import { InputError } from '@backstage/errors';
import {
  type DebtFileFormat,
  debtFileLimits,
  debtSchemaVersion,
  type ExchangedDebtItem,
  printDebtCsv,
  printDebtDocument,
  writeDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { NamedEntities } from '../../decisions/NamedEntities';
import type { DebtCaller } from '../items/DebtCaller';
import type {
  DebtItemStore,
  DebtPosition,
  DebtSelection,
} from '../items/DebtItemStore';
import { readDebtNames } from '../items/DebtNames';
import { readShownLinks } from '../links/ShownLinks';
import { exportedView } from './exchangedViews';

/** Items that are read at once, so that a large register is never in memory as a whole. */
const PAGE = 500;

/** Name of an exported document in the catalog. */
const DOCUMENT_NAME = 'exported';

/** Writes items of the register into files that an import takes. */
export class DebtExporter {
  readonly #options: {
    store: Pick<DebtItemStore, 'list'>;
    names: Pick<NamedEntities, 'read'>;
    acceptances: Pick<Acceptances, 'listByIds'>;
  };

  constructor(options: {
    store: Pick<DebtItemStore, 'list'>;
    names: Pick<NamedEntities, 'read'>;
    acceptances: Pick<Acceptances, 'listByIds'>;
  }) {
    this.#options = options;
  }

  /**
   * The text of a file, in pieces. Items are in the order in which they were filed, which changes of them do not change.
   *
   * @throws InputError where there are more items than a document may have
   */
  async *write(
    format: DebtFileFormat,
    selection: DebtSelection,
    caller: DebtCaller,
  ): AsyncGenerator<string> {
    switch (format) {
      case 'csv':
        yield* this.#writeCsv(selection, caller);
        break;
      case 'json':
        yield* this.#writeJson(selection, caller);
        break;
      default:
        yield await this.#writeDocument(selection, caller);
    }
  }

  async *#writeCsv(
    selection: DebtSelection,
    caller: DebtCaller,
  ): AsyncGenerator<string> {
    const header = printDebtCsv([]);
    // Nothing is sent before something was read, so that what fails then is told as an error.
    let begin = header;
    for await (const items of this.#pages(selection, caller)) {
      yield begin + printDebtCsv(items).slice(header.length);
      begin = '';
    }
  }

  async *#writeJson(
    selection: DebtSelection,
    caller: DebtCaller,
  ): AsyncGenerator<string> {
    let begin = `{"schemaVersion":${debtSchemaVersion},"items":[`;
    let separator = '\n';
    for await (const items of this.#pages(selection, caller)) {
      const written = items.map(item =>
        JSON.stringify(writeDebtItem(item, { empty: 'null' })),
      );
      yield begin + (written.length > 0 ? separator : '') + written.join(',\n');
      begin = '';
      separator = ',\n';
    }
    yield '\n]}\n';
  }

  async #writeDocument(
    selection: DebtSelection,
    caller: DebtCaller,
  ): Promise<string> {
    const most = debtFileLimits.documentItems;
    const items: ExchangedDebtItem[] = [];
    for await (const page of this.#pages(selection, caller)) {
      items.push(...page);
      if (items.length > most) {
        throw new InputError(
          `'format' yaml has at most ${most} items; take csv or json, or ask for fewer`,
        );
      }
    }
    return printDebtDocument(
      {
        name: DOCUMENT_NAME,
        namespace: 'default',
        title: null,
        description: null,
        ownerRef: null,
        appliesTo: [],
      },
      items.map(item => ({ name: null, item })),
    );
  }

  async *#pages(
    selection: DebtSelection,
    caller: DebtCaller,
  ): AsyncGenerator<ExchangedDebtItem[]> {
    let after: DebtPosition | undefined;
    let counted: number | undefined;
    do {
      const { items: page, total } = await this.#options.store.list(selection, {
        order: 'createdAt',
        descending: false,
        limit: PAGE,
        after,
        total: counted,
      });
      counted = total;
      const items = page.map(({ item }) => item);
      const links = items.flatMap(item => item.links);
      const names = await readDebtNames(
        this.#options.names,
        { refs: items.map(({ ownerRef }) => ownerRef), links },
        caller.reads,
      );
      const { acceptances } = this.#options;
      const shown = await readShownLinks(links, names, { acceptances, caller });
      // An owner that may not be seen is written as an empty field, of which an import says nothing.
      yield items.map(
        item => exportedView(item, names, shown) as ExchangedDebtItem,
      );
      after = page.length === PAGE ? page[page.length - 1].position : undefined;
    } while (after !== undefined);
  }
}
