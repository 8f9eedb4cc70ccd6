import { NotFoundError } from '@backstage/errors';
import {
  type EntityFacts,
  type FactExpression,
  type FilterResult,
  type ScorecardCheck,
  type ScorecardExplanation,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type {
  ScorecardStore,
  StoredScorecard,
} from '../definitions/ScorecardStore';
import { readFacts } from '../evaluation/evaluateCheck';
import type { FactStore } from '../facts/FactStore';
import type { CheckExpressions } from './CheckExpressions';
import { describeStateChange } from './describeStateChange';
import type { EntityScorecardReader } from './EntityScorecardReader';
import type { ScorecardDirectory } from './ScorecardDirectory';
import type { ScorecardReadStore } from './ScorecardReadStore';

/** Changes of a verdict that are told, of the last ones of its scorecard. */
const CHANGES_LOOKED_AT = 200;
const CHANGES_TOLD = 20;

/** Versions that are looked through at a time. */
const VERSIONS = 50;

/** Where the catalog says that a document was read. */
const placeAnnotations = [
  'backstage.io/view-url',
  'backstage.io/source-location',
  'backstage.io/managed-by-location',
];

/** What {@link ScorecardExplanationReader} works with. */
interface ScorecardExplanationReaderOptions {
  catalog: Pick<CatalogStore, 'getEntity'>;
  directory: ScorecardDirectory;
  entities: EntityScorecardReader;
  expressions: CheckExpressions;
  facts: Pick<FactStore, 'read'>;
  reads: Pick<ScorecardReadStore, 'listEntityChanges'>;
  scorecards: Pick<ScorecardStore, 'listVersions'>;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Explains how one verdict came about. */
export class ScorecardExplanationReader {
  readonly #options: ScorecardExplanationReaderOptions;

  constructor(options: ScorecardExplanationReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the entity, the scorecard or its check does not exist or may not be seen
   */
  async explain(
    {
      entityRef,
      scorecardRef,
      checkId,
    }: { entityRef: string; scorecardRef: string; checkId: string },
    visibility: Visibility,
  ): Promise<ScorecardExplanation> {
    const { directory, entities, facts, reads } = this.#options;
    const described = await entities.readOne(
      entityRef,
      scorecardRef,
      visibility,
    );
    const scorecard = await directory.find(scorecardRef, visibility);
    const check = scorecard.definition.checks.find(({ id }) => id === checkId);
    const view = described.checks.find(each => each.checkId === checkId);
    if (!check || !view) {
      throw new NotFoundError(
        `No check '${checkId}' of scorecard '${scorecardRef}'`,
      );
    }
    const [told, changes, definedIn, checkVersion] = await Promise.all([
      facts.read([entityRef]),
      reads.listEntityChanges(entityRef, [scorecardRef], {
        limit: CHANGES_LOOKED_AT,
      }),
      this.#findPlace(scorecard, visibility),
      this.#findVersion(scorecard, check),
    ]);
    return {
      scorecard: described.scorecard,
      check: view,
      definedIn,
      checkVersion,
      filterResults: this.#applyFilters(
        scorecard,
        check,
        readFacts(told).facts,
      ),
      warning: check.warning ?? null,
      freshnessSeconds:
        check.freshness === undefined ? null : check.freshness / 1000,
      confirmations: check.confirmations,
      whenNotReported: check.whenNotReported,
      changes: changes
        .flatMap(change =>
          change.checks.filter(each => each.checkId === checkId),
        )
        .slice(0, CHANGES_TOLD)
        .map(each => describeStateChange(each, [check])),
    };
  }

  #applyFilters(
    scorecard: StoredScorecard,
    check: ScorecardCheck,
    facts: EntityFacts,
  ): FilterResult[] {
    const read = this.#options.expressions.of(scorecard);
    const now = this.#options.clock();
    const applied = (
      source: string | undefined,
      of: FilterResult['of'],
      expression: FactExpression | null,
    ): FilterResult[] =>
      source === undefined
        ? []
        : [{ expression: source, of, holds: holds(expression, facts, now) }];
    return [
      ...applied(scorecard.definition.filter, 'scorecard', read.filter),
      ...applied(
        check.filter,
        'check',
        read.checks.get(check.id)?.filter ?? null,
      ),
    ];
  }

  async #findPlace(
    { origin, definition }: StoredScorecard,
    visibility: Visibility,
  ): Promise<string | null> {
    if (origin === 'portal') {
      return null;
    }
    const document = await this.#options.catalog.getEntity(
      definition.ref,
      visibility,
    );
    const annotation = placeAnnotations.find(
      name => document?.annotations[name],
    );
    return annotation ? document!.annotations[annotation] : null;
  }

  /** The version in which a check became what it is. */
  async #findVersion(
    { definition: { ref }, version }: StoredScorecard,
    check: ScorecardCheck,
  ): Promise<number> {
    const wanted = JSON.stringify(check);
    let found = version;
    let before: number | undefined;
    for (;;) {
      const versions = await this.#options.scorecards.listVersions(ref, {
        limit: VERSIONS,
        before,
      });
      for (const { version: earlier, definition } of versions) {
        const same = definition.checks.find(({ id }) => id === check.id);
        if (JSON.stringify(same) !== wanted) {
          return found;
        }
        found = earlier;
      }
      before = versions.at(-1)?.version;
      if (before === undefined || versions.length < VERSIONS) {
        return found;
      }
    }
  }
}

/** Null: it is not known. */
function holds(
  expression: FactExpression | null,
  facts: EntityFacts,
  now: number,
): boolean | null {
  const outcome = expression?.evaluate(facts, now);
  return outcome?.kind === 'value' ? outcome.value === true : null;
}
