import { NotFoundError } from '@backstage/errors';
import {
  type CheckExemption,
  type EntityScorecard,
  type EntityScorecards,
  type OverallLevel,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  Acceptances,
  AcceptanceRecord,
} from '../../acceptances/Acceptances';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { ComponentFilter } from '../../catalog/ComponentSelection';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import type { ScorecardResult } from '../evaluation/ResultStore';
import type { FactProviders } from '../facts/FactProviders';
import type { ReadableFacts } from '../facts/ReadableFacts';
import { findScoredEntity } from '../ScorecardCaller';
import { unscoredKinds } from '../scoredKinds';
import type { CheckExpressions } from './CheckExpressions';
import { describeEntityScorecard } from './describeEntityScorecard';
import type { ScorecardDirectory } from './ScorecardDirectory';
import { scorecardNextSteps } from './scorecardNextSteps';
import type { ScorecardReadStore } from './ScorecardReadStore';
import type { ScorecardTotalsReader } from './ScorecardTotalsReader';
import { ToldFacts } from './ToldFacts';

/** Where an entity stands, without what the caller may do about it. */
export type EntityStanding = Omit<
  EntityScorecards,
  'mayEvaluate' | 'mayRequestExemption' | 'mayAttest'
>;

/** What {@link EntityScorecardReader} works with. */
export interface EntityScorecardReaderOptions {
  acceptances: Pick<Acceptances, 'listInForce' | 'listRequested'>;
  catalog: Pick<CatalogStore, 'getEntity'>;
  directory: ScorecardDirectory;
  expressions: CheckExpressions;
  facts: ReadableFacts;
  providers: Pick<FactProviders, 'list'>;
  reads: Pick<ScorecardReadStore, 'readEntity'>;
  totals: ScorecardTotalsReader;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Reads where one entity stands on every scorecard, and what mends it. */
export class EntityScorecardReader {
  readonly #options: EntityScorecardReaderOptions;

  constructor(options: EntityScorecardReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen
   */
  async read(
    entityRef: string,
    visibility: Visibility,
  ): Promise<EntityStanding> {
    const { catalog, totals } = this.#options;
    const entity = await findScoredEntity(catalog, entityRef, visibility);
    const filter = membersOf(entity);
    const [{ scope, scorecards, results, waiting }, members] =
      await Promise.all([
        this.#describe(entity, visibility),
        filter ? totals.read({ filter, visibility }) : null,
      ]);
    const changedAt = results.map(result => result.changedAt);
    return {
      scope,
      overall: findOverall(scorecards),
      scorecards,
      nextSteps: scorecardNextSteps(scorecards),
      members,
      waiting,
      evaluatedAt:
        changedAt.length === 0 ? null : toInstant(Math.max(...changedAt)),
    };
  }

  /**
   * The same of one scorecard alone.
   *
   * @throws NotFoundError when the entity or the scorecard does not exist or may not be seen
   */
  async readOne(
    entityRef: string,
    scorecardRef: string,
    visibility: Visibility,
  ): Promise<EntityScorecard> {
    const { catalog, directory } = this.#options;
    const entity = await findScoredEntity(catalog, entityRef, visibility);
    await directory.find(scorecardRef, visibility);
    const { scorecards } = await this.#describe(entity, visibility);
    const found = scorecards.find(
      ({ scorecard }) => scorecard.ref === scorecardRef,
    );
    if (!found) {
      throw new NotFoundError(`Nothing is asked of '${entityRef}'`);
    }
    return found;
  }

  async #describe(
    entity: CatalogEntity,
    visibility: Visibility,
  ): Promise<
    Pick<EntityStanding, 'scope' | 'scorecards' | 'waiting'> & {
      results: readonly ScorecardResult[];
    }
  > {
    const { expressions, facts, providers, clock } = this.#options;
    const [{ all, results, waiting, nameOwner }, told, exemptions] =
      await Promise.all([
        this.#readStanding(entity, visibility),
        facts.read([entity.ref], visibility),
        this.#readExemptions(entity.ref, visibility),
      ]);
    const title = entity.title ?? entity.name;
    const now = clock();
    const shared = {
      entity: { ref: entity.ref, kind: entity.kind, name: entity.name, title },
      facts: new ToldFacts(told, providers, now),
      nameOwner,
      now,
      scorecards: new Map(all.map(one => [one.definition.ref, one])),
      results: new Map(results.map(result => [result.scorecardRef, result])),
    };
    return {
      results,
      waiting,
      scope: {
        ref: entity.ref,
        kind: entity.kind,
        title,
        ...nameOwner(entity.ownerRef),
        tier: entity.tier ?? null,
      },
      scorecards: all.map(scorecard =>
        describeEntityScorecard(scorecard, expressions.of(scorecard), {
          ...shared,
          exemptions: exemptions(scorecard.definition.ref),
        }),
      ),
    };
  }

  /** The scorecards that may be seen, and where the entity stands on them. */
  async #readStanding(entity: CatalogEntity, visibility: Visibility) {
    const { directory, reads } = this.#options;
    const all = unscoredKinds.includes(entity.kind)
      ? []
      : await directory.list(visibility);
    const [standing, nameOwner] = await Promise.all([
      reads.readEntity(
        entity.ref,
        new Map(all.map(({ definition, slots }) => [definition.ref, slots])),
      ),
      directory.nameOwners(
        [
          entity.ownerRef,
          ...all.flatMap(({ definition }) => [
            definition.owner,
            ...definition.checks.map(({ owner }) => owner),
          ]),
        ],
        visibility,
      ),
    ]);
    return { all, nameOwner, ...standing };
  }

  /** What is accepted or asked to be, by scorecard and check. */
  async #readExemptions(entityRef: string, visibility: Visibility) {
    const { acceptances } = this.#options;
    const filter = { subject: 'check' as const, entityRefs: [entityRef] };
    const [approved, requested] = await Promise.all([
      acceptances.listInForce(filter, visibility),
      acceptances.listRequested(filter, visibility),
    ]);
    // What holds comes before what is asked for.
    const byCheck = new Map(
      [
        ...requested.map(record => toExemption(record, 'requested')),
        ...approved.map(record => toExemption(record, 'approved')),
      ].map(({ subjectRef, ...exemption }) => [subjectRef, exemption]),
    );
    return (scorecardRef: string): ReadonlyMap<string, CheckExemption> =>
      new Map(
        [...byCheck].flatMap(([subjectRef, exemption]) =>
          subjectRef.startsWith(`${scorecardRef}#`)
            ? [[subjectRef.slice(scorecardRef.length + 1), exemption]]
            : [],
        ),
      );
  }
}

function toExemption(
  { id, subjectRef, reason, expiresOn }: AcceptanceRecord,
  state: CheckExemption['state'],
) {
  return {
    subjectRef: subjectRef ?? '',
    acceptanceId: id,
    state,
    reason,
    expiresOn,
  };
}

/** What is in a system, domain or group, as the list of entities selects it; null for everything else. */
function membersOf({ kind, ref }: CatalogEntity): ComponentFilter | null {
  switch (kind) {
    case 'group':
      return { ownerRefs: [ref], descendants: true };
    case 'system':
      return { systemRef: ref };
    case 'domain':
      return { domainRef: ref };
    default:
      return null;
  }
}

/** The weakest of the scorecards that count: the one at the lowest share of its levels. */
function findOverall(
  scorecards: readonly EntityScorecard[],
): OverallLevel | null {
  const counting = scorecards.filter(
    ({ scorecard, isAsked }) =>
      isAsked && scorecard.countsToOverall && scorecard.levels.length > 1,
  );
  const shareOf = ({ scorecard, level }: EntityScorecard) =>
    (level?.rank ?? 0) / Math.max(...scorecard.levels.map(({ rank }) => rank));
  const [weakest] = [...counting].sort((a, b) => shareOf(a) - shareOf(b));
  return weakest
    ? {
        scorecardRef: weakest.scorecard.ref,
        scorecardTitle: weakest.scorecard.title,
        level: weakest.level!,
        next: weakest.next,
        scorecards: counting.length,
      }
    : null;
}
