import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import {
  examineScorecard,
  type FactExpressions,
  scorecardFields,
  type ScorecardProblem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import { seesAll } from '../../catalog/Visibility';
import { hashDefinition } from './hashDefinition';
import type {
  PublishedScorecard,
  ScorecardStore,
  StoredScorecard,
} from './ScorecardStore';

/** Entities that one read brings. */
const PAGE = 500;

/** What a scorecard of the portal is told that has the name of a document. */
const nameIsTaken: ScorecardProblem = {
  path: '',
  message:
    'has the name of a document of the catalog, which is not carried out: rename the document, or retire this scorecard',
  range: null,
};

/** What the keeper works with. */
export interface ScorecardKeeperOptions {
  catalog: Pick<CatalogStore, 'listScope' | 'snapshotState'>;
  expressions: FactExpressions;
  logger: LoggerService;
  scorecards: ScorecardStore;
  /** IANA zone in which a day begins. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Makes the documents of the catalog hold, and looks again at what is wrong with every scorecard, as facts come and go.
 *
 * A check that is broken hurts no other. Of a document of which nothing can be carried out the version before goes on to hold, with what
 * is wrong now.
 */
export class ScorecardKeeper {
  readonly #options: ScorecardKeeperOptions;

  constructor(options: ScorecardKeeperOptions) {
    this.#options = options;
  }

  /** Does nothing before the first complete scan, as nothing is known of the catalog then. */
  async keep(): Promise<void> {
    const { catalog, scorecards, clock, logger } = this.#options;
    if ((await catalog.snapshotState()).completedAt === undefined) {
      return;
    }
    const held = new Map(
      (await scorecards.list()).map(one => [one.definition.ref, one]),
    );
    const documents = await this.#readDocuments();
    const problems = new Map<string, readonly ScorecardProblem[]>();
    const published: PublishedScorecard[] = [];
    for (const document of documents) {
      const before = held.get(document.ref);
      if (before?.origin !== 'portal') {
        const read = this.#read(document);
        if (read.published) {
          published.push(read.published);
        } else if (before) {
          problems.set(document.ref, read.problems);
        } else {
          logger.warn(
            `${document.ref} cannot be carried out: ${print(read.problems)}`,
          );
        }
      }
    }
    const present = new Set(documents.map(({ ref }) => ref));
    for (const [ref, { origin, spec }] of held) {
      if (origin === 'portal') {
        problems.set(ref, [
          ...(present.has(ref) ? [nameIsTaken] : []),
          ...this.#examine(ref, spec).problems,
        ]);
      }
    }
    const gone = [...held.values()].flatMap(({ definition: { ref }, origin }) =>
      origin === 'catalog' && !present.has(ref) ? [ref] : [],
    );
    const now = clock();
    const changed = published.filter(
      one => !isSame(one, held.get(one.definition.ref)),
    );
    if (changed.length > 0) {
      await scorecards.publish(changed, { now });
    }
    if (gone.length > 0) {
      await scorecards.remove(gone, { now });
    }
    const noted = [...problems].filter(
      ([ref, found]) => !isEqual(found, held.get(ref)?.problems),
    );
    if (noted.length > 0) {
      await scorecards.noteProblems(new Map(noted));
    }
  }

  async #readDocuments(): Promise<CatalogEntity[]> {
    const { catalog } = this.#options;
    const documents: CatalogEntity[] = [];
    let cursor: string | undefined;
    do {
      const page = await catalog.listScope(
        { scopeRef: organisationScope, kinds: ['scorecard'] },
        seesAll,
        { limit: PAGE, cursor },
      );
      documents.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return documents;
  }

  #read({ ref, title, document = {} }: CatalogEntity): {
    published: PublishedScorecard | null;
    problems: readonly ScorecardProblem[];
  } {
    // The snapshot keeps the spec beside what every document has.
    const spec = Object.fromEntries(
      scorecardFields.flatMap(field =>
        document[field] === undefined ? [] : [[field, document[field]]],
      ),
    ) as JsonObject;
    const { definition, problems } = this.#examine(ref, spec, title);
    return {
      problems,
      published: definition && {
        definition,
        origin: 'catalog',
        definitionHash: hashDefinition(definition),
        spec,
        problems,
        publishedBy: null,
        note: null,
      },
    };
  }

  #examine(ref: string, spec: JsonObject, title?: string) {
    const { expressions, zone } = this.#options;
    const [namespace, name] = ref.slice(ref.indexOf(':') + 1).split('/');
    return examineScorecard({ namespace, name, title, spec }, expressions, {
      zone,
    });
  }
}

function isSame(
  { definitionHash, spec, problems }: PublishedScorecard,
  held: StoredScorecard | undefined,
): boolean {
  return (
    held?.definitionHash === definitionHash &&
    isEqual(held.spec, spec) &&
    isEqual(held.problems, problems)
  );
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function print(problems: readonly ScorecardProblem[]): string {
  return problems
    .slice(0, 5)
    .map(({ path, message }) => `${path} ${message}`)
    .join('; ');
}
