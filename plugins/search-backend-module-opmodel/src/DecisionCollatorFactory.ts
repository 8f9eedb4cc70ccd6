import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import type {
  Decision,
  DecisionPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import { Readable } from 'node:stream';
import { fillTemplate } from './collatorSettings';

/** A decision as search finds it. */
export interface DecisionDocument extends IndexableDocument {
  decisionId: string;
  entityRef: string;
}

/** Decisions that one request brings. */
const AT_ONCE = 100;

/** Reads one page of the decision log. */
export type ReadDecisions = (query: {
  cursor?: string;
  limit: number;
}) => Promise<DecisionPage>;

/**
 * Finds entries of the decision log. Search asks for each hit whether its reader may see one entity, and a decision may be read only by
 * whoever may see all that it is about. So only decisions about exactly one entity are found here; the page of decisions searches all.
 *
 * Search asks for one permission alone, and reading a decision takes two: that of the catalog and that of decisions. So nothing of a
 * decision is in the index but its title and where it is; the page that a hit leads to asks for both.
 */
export class DecisionCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'opmodel-decision';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #read: ReadDecisions;
  readonly #locationTemplate: string;

  constructor(options: {
    read: ReadDecisions;
    /** With `:id`. */
    locationTemplate: string;
  }) {
    this.#read = options.read;
    this.#locationTemplate = options.locationTemplate;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collect());
  }

  async *#collect(): AsyncGenerator<DecisionDocument> {
    let cursor: string | undefined;
    do {
      const page = await this.#read({ cursor, limit: AT_ONCE });
      for (const decision of page.items) {
        if (decision.entities.length === 1) {
          yield this.#toDocument(decision);
        }
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  #toDocument(decision: Decision): DecisionDocument {
    const [{ ref }] = decision.entities;
    const { id, title } = decision;
    return {
      title,
      text: title,
      location: fillTemplate(this.#locationTemplate, { id }),
      decisionId: id,
      entityRef: ref,
      authorization: { resourceRef: ref },
    };
  }
}
