import { parseEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import type {
  ScorecardDetail,
  ScorecardList,
} from '@opmodel/backstage-plugin-opmodel-common';
import { Readable } from 'node:stream';
import { fillTemplate } from './collatorSettings';

/** A scorecard as search finds it. */
export interface ScorecardDocument extends IndexableDocument {
  scorecardRef: string;
  /** The entity that hides it. */
  entityRef: string;
}

/** Reads scorecards. */
export interface ReadScorecards {
  list(): Promise<ScorecardList>;
  get(scorecardRef: string): Promise<ScorecardDetail>;
}

/**
 * Finds scorecards. One that is a document of the catalog is found by all that the document says, by whoever may read it there.
 *
 * One that is written in the portal has no entity of its own, and search asks for the permission of the catalog alone. So it is found by
 * whoever may see the group that owns it, and nothing is in the index but its title; the page that a hit leads to asks for the permission
 * to read scorecards. One without an owner is on the page of scorecards alone.
 */
export class ScorecardCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'opmodel-scorecard';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #read: ReadScorecards;
  readonly #locationTemplate: string;

  constructor(options: {
    read: ReadScorecards;
    /** With `:namespace` and `:name`. */
    locationTemplate: string;
  }) {
    this.#read = options.read;
    this.#locationTemplate = options.locationTemplate;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collect());
  }

  async *#collect(): AsyncGenerator<ScorecardDocument> {
    const { items } = await this.#read.list();
    for (const { scorecard } of items) {
      const { ref, origin, title, ownerRef } = scorecard;
      const entityRef = origin === 'catalog' ? ref : ownerRef;
      if (entityRef !== null) {
        const { namespace, name } = parseEntityRef(ref);
        yield {
          title,
          text:
            origin === 'catalog' ? textOf(await this.#read.get(ref)) : title,
          location: fillTemplate(this.#locationTemplate, { namespace, name }),
          scorecardRef: ref,
          entityRef,
          authorization: { resourceRef: entityRef },
        };
      }
    }
  }
}

/** What a document says that people look for: what it is, whose it is, and what it asks. */
function textOf({ scorecard, spec }: ScorecardDetail): string {
  const { title, description, ownerRef } = scorecard;
  const checks = Array.isArray(spec.checks) ? spec.checks : [];
  return [
    title,
    description,
    ownerRef,
    ...checks.flatMap(check => [check?.name, check?.description]),
  ]
    .filter(text => typeof text === 'string' && text !== '')
    .join('\n');
}
