import { parseEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import type {
  SloPage,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import { Readable } from 'node:stream';
import { fillTemplate } from './collatorSettings';

/** A service level objective as search finds it. */
export interface SloDocument extends IndexableDocument {
  /** Of the OpenSLO document. */
  entityRef: string;
}

/** SLOs that one request brings. */
const AT_ONCE = 100;

/** Reads one page of SLOs. */
export type ReadSlos = (query: {
  cursor?: string;
  limit: number;
}) => Promise<SloPage>;

/**
 * Finds service level objectives. To read one takes its document and what it measures, and search can ask for one entity alone. So nothing
 * is in the index but what the document says of itself, which whoever may see its entity reads in the catalog: neither what it measures,
 * nor how it stands.
 */
export class SloCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'opmodel-slo';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #read: ReadSlos;
  readonly #locationTemplate: string;

  constructor(options: {
    read: ReadSlos;
    /** With `:namespace` and `:name`. */
    locationTemplate: string;
  }) {
    this.#read = options.read;
    this.#locationTemplate = options.locationTemplate;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collect());
  }

  async *#collect(): AsyncGenerator<SloDocument> {
    let cursor: string | undefined;
    do {
      const page = await this.#read({ cursor, limit: AT_ONCE });
      for (const slo of page.items) {
        yield this.#toDocument(slo);
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  #toDocument({ ref, title, description }: SloStatus): SloDocument {
    const { namespace, name } = parseEntityRef(ref);
    return {
      title,
      text: [title, description].filter(Boolean).join('\n'),
      location: fillTemplate(this.#locationTemplate, { namespace, name }),
      entityRef: ref,
      authorization: { resourceRef: ref },
    };
  }
}
