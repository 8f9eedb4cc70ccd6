import { NotFoundError } from '@backstage/errors';
import {
  diffDefinitions,
  examineScorecard,
  type FactExpressions,
  type ScorecardDocument,
  type ScorecardProblem,
  type ScorecardText,
  type ScorecardVersionPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { JsonObject } from '@backstage/types';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import { printScorecardDocument } from './printScorecardDocument';
import type { ScorecardStore, StoredScorecard } from './ScorecardStore';
import type { VisibleScorecards } from './VisibleScorecards';

/** Where the catalog read an entity from, the address for people first. */
const sourceAnnotations = [
  'backstage.io/view-url',
  'backstage.io/managed-by-location',
];

/** What the reader works with. */
export interface ScorecardDefinitionReaderOptions {
  catalog: Pick<CatalogStore, 'getEntity'>;
  expressions: FactExpressions;
  scorecards: Pick<ScorecardStore, 'getVersion' | 'listVersions'>;
  visible: VisibleScorecards;
  /** IANA zone in which a day begins. */
  zone: string;
}

/**
 * Reads what scorecards ask, as far as somebody may see them. Whoever asks for one that is hidden hears what they hear of one that is not
 * there.
 */
export class ScorecardDefinitionReader {
  readonly #options: ScorecardDefinitionReaderOptions;

  constructor(options: ScorecardDefinitionReaderOptions) {
    this.#options = options;
  }

  /** Where its document lies; null: it is written in the portal, or the catalog does not say. */
  async findSource(
    { origin, definition }: StoredScorecard,
    reads: Visibility,
  ): Promise<string | null> {
    const entity =
      origin === 'catalog'
        ? await this.#options.catalog.getEntity(definition.ref, reads)
        : undefined;
    const [source] = sourceAnnotations.flatMap(
      annotation => entity?.annotations[annotation] ?? [],
    );
    return source === undefined ? null : source.replace(/^url:/, '');
  }

  /**
   * The versions of a scorecard with what each changed, the latest first.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws InputError for a cursor of another list
   */
  async listVersions(
    ref: string,
    { limit, cursor }: { limit: number; cursor?: string },
    reads: Visibility,
  ): Promise<ScorecardVersionPage> {
    const { scorecards, visible } = this.#options;
    await visible.find(ref, reads);
    const position = decodeCursor<{ before: number }>(
      cursor,
      { before: ['int32'] },
      { ref },
    );
    // One more, to tell what the last of the page changed.
    const versions = await scorecards.listVersions(ref, {
      limit: limit + 1,
      before: position?.before,
    });
    const items = versions.slice(0, limit);
    return {
      items: items.map((one, at) => ({
        version: one.version,
        publishedAt: toInstant(one.publishedAt),
        publishedBy: one.publishedBy,
        note: one.note,
        changes: diffDefinitions(
          versions[at + 1]?.definition ?? null,
          one.definition,
        ),
      })),
      nextCursor:
        versions.length > limit
          ? encodeCursor({ before: items.at(-1)!.version }, { ref })
          : null,
    };
  }

  /**
   * A scorecard as a document for the catalog.
   *
   * @throws NotFoundError when there is none, it may not be seen, or it has no such version
   */
  async getDocument(
    ref: string,
    version: number | undefined,
    reads: Visibility,
  ): Promise<ScorecardDocument> {
    const { scorecards, visible } = this.#options;
    const held = await visible.find(ref, reads);
    const { definition, spec } =
      version === undefined || version === held.version
        ? held
        : (await scorecards.getVersion(ref, version)) ??
          refuseVersion(ref, version);
    return {
      name: ref.slice(ref.indexOf('/') + 1),
      yaml: printScorecardDocument({ ref, title: definition.title, spec }),
    };
  }

  /** What is wrong with a definition. */
  check({ name, spec }: ScorecardText): readonly ScorecardProblem[] {
    const { expressions, zone } = this.#options;
    const { problems } = examineScorecard(
      { namespace: 'default', name, spec: spec as JsonObject },
      expressions,
      { zone },
    );
    return problems;
  }
}

function refuseVersion(ref: string, version: number): never {
  throw new NotFoundError(`There is no version ${version} of '${ref}'`);
}
