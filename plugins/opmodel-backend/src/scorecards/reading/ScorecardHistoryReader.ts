import type {
  ScorecardChange,
  ScorecardChangePage,
  ScorecardDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import type {
  ScorecardStore,
  StoredScorecard,
} from '../definitions/ScorecardStore';
import { findScoredEntity } from '../ScorecardCaller';
import { levelAt } from './describeScorecard';
import { describeStateChange } from './describeStateChange';
import type { PageOf } from './ScoredEntityReader';
import type { ScorecardDirectory } from './ScorecardDirectory';
import type {
  ChangePosition,
  ListedChange,
  ScorecardReadStore,
} from './ScorecardReadStore';

/** What {@link ScorecardHistoryReader} works with. */
interface ScorecardHistoryReaderOptions {
  catalog: Pick<CatalogStore, 'getEntity'>;
  directory: ScorecardDirectory;
  reads: Pick<ScorecardReadStore, 'listEntityChanges'>;
  scorecards: Pick<ScorecardStore, 'getVersion'>;
}

/** Lists how the verdicts and levels of an entity changed. */
export class ScorecardHistoryReader {
  readonly #options: ScorecardHistoryReaderOptions;

  constructor(options: ScorecardHistoryReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   * @throws NotFoundError when the entity or the scorecard does not exist or may not be seen
   */
  async list(
    {
      entityRef,
      scorecardRef,
      limit,
      cursor,
    }: PageOf & { entityRef: string; scorecardRef?: string },
    visibility: Visibility,
  ): Promise<ScorecardChangePage> {
    const { catalog, directory, reads } = this.#options;
    const list = { history: entityRef, scorecardRef };
    const after = decodeCursor<ChangePosition>(
      cursor,
      { at: ['number'], id: ['number'] },
      list,
    );
    await findScoredEntity(catalog, entityRef, visibility);
    const scorecards = await directory.select(scorecardRef, visibility);
    const changes = await reads.listEntityChanges(
      entityRef,
      scorecards.map(({ definition }) => definition.ref),
      { limit: limit + 1, after },
    );
    const shown = changes.slice(0, limit);
    const [definitions, nameOwner] = await Promise.all([
      this.#readVersions(shown, scorecards),
      directory.nameOwners(
        shown.map(({ ownerRef }) => ownerRef),
        visibility,
      ),
    ]);
    return {
      items: shown.map((change): ScorecardChange => {
        const definition = definitions.get(versionKey(change))!;
        const levelOf = (rank: number | null) =>
          rank === null ? null : levelAt(definition, rank);
        return {
          scorecardRef: change.scorecardRef,
          scorecardTitle: definition.title,
          version: change.version,
          changedAt: toInstant(change.changedAt),
          levelBefore: levelOf(change.levelBefore),
          levelAfter: levelOf(change.levelAfter),
          ownerRef: nameOwner(change.ownerRef).ownerRef,
          checks: change.checks.map(each =>
            describeStateChange(each, definition.checks),
          ),
        };
      }),
      nextCursor:
        changes.length > limit
          ? encodeCursor(shown[limit - 1].position, list)
          : null,
    };
  }

  /** The definitions by which the changes came about. */
  async #readVersions(
    changes: readonly ListedChange[],
    scorecards: readonly StoredScorecard[],
  ): Promise<Map<string, ScorecardDefinition>> {
    const current = new Map(scorecards.map(one => [one.definition.ref, one]));
    const asked = new Map(changes.map(change => [versionKey(change), change]));
    return new Map(
      await Promise.all(
        [...asked].map(
          async ([key, { scorecardRef, version }]): Promise<
            [string, ScorecardDefinition]
          > => {
            const now = current.get(scorecardRef)!;
            const past =
              now.version === version
                ? undefined
                : await this.#options.scorecards.getVersion(
                    scorecardRef,
                    version,
                  );
            return [key, past?.definition ?? now.definition];
          },
        ),
      ),
    );
  }
}

function versionKey({
  scorecardRef,
  version,
}: Pick<ListedChange, 'scorecardRef' | 'version'>): string {
  return `${scorecardRef}@${version}`;
}
