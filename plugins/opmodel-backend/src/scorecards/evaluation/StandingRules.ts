import type { Acceptances } from '../../acceptances/Acceptances';
import { seesAll } from '../../catalog/Visibility';
import type { ScorecardStore } from '../definitions/ScorecardStore';
import type { FactProviders } from '../facts/FactProviders';
import { CompiledScorecards } from './CompiledScorecards';
import type { EvaluationRules } from './evaluateScorecard';
import type { ScorecardResult } from './ResultStore';
import { rulesOf } from './rulesOf';

/** By what entities are evaluated, without the moment. */
export type RulesAtAnyTime = Omit<EvaluationRules, 'now'>;

/** What the rules are read from. */
export interface StandingRulesOptions {
  acceptances: Pick<Acceptances, 'listInForce'>;
  providers: Pick<FactProviders, 'expressions' | 'freshnessOf'>;
  scorecards: Pick<ScorecardStore, 'getVersion' | 'list' | 'revision'>;
}

/** A result goes by a version whose rules were not read yet. */
export class UnreadVersionError extends Error {
  readonly scorecardRef: string;
  readonly version: number;

  constructor({
    scorecardRef,
    version,
  }: Pick<ScorecardResult, 'scorecardRef' | 'version'>) {
    super(`The rules of version ${version} of ${scorecardRef} are to be read`);
    this.scorecardRef = scorecardRef;
    this.version = version;
  }
}

/**
 * Makes sure that an evaluation can tell which rules have changed since results.
 *
 * @throws UnreadVersionError
 */
export function requireVersions(
  { scorecards }: RulesAtAnyTime,
  results: Iterable<ScorecardResult>,
): void {
  for (const result of results) {
    if (scorecards.lacksRules(result)) {
      throw new UnreadVersionError(result);
    }
  }
}

/** Reads by what entities are evaluated: the definitions that hold, whose expressions are read once, and the exemptions in force. */
export class StandingRules {
  readonly #options: StandingRulesOptions;
  #compiled: CompiledScorecards | undefined;

  constructor(options: StandingRulesOptions) {
    this.#options = options;
  }

  /** The rules as they are now. */
  async read(): Promise<RulesAtAnyTime> {
    return {
      scorecards: await this.#compile(),
      isExempt: await this.readExemptions(),
      freshnessOf: this.#options.providers.freshnessOf,
    };
  }

  /** Whether an acceptance covers an entity and a check now. */
  async readExemptions(): Promise<EvaluationRules['isExempt']> {
    const inForce = await this.#options.acceptances.listInForce(
      { subject: 'check' },
      seesAll,
    );
    const exempt = new Set(
      inForce.flatMap(({ subjectRef, entityRefs }) =>
        entityRefs.map(entityRef => `${subjectRef} ${entityRef}`),
      ),
    );
    return (entityRef, scorecardRef, checkId) =>
      exempt.has(`${scorecardRef}#${checkId} ${entityRef}`);
  }

  /** Reads the rules of an earlier version. */
  async readVersion(
    { scorecards }: RulesAtAnyTime,
    { scorecardRef, version }: UnreadVersionError,
  ): Promise<void> {
    const found = await this.#options.scorecards.getVersion(
      scorecardRef,
      version,
    );
    scorecards.keepRules(
      scorecardRef,
      version,
      found ? rulesOf(found.definition) : new Map(),
    );
  }

  async #compile(): Promise<CompiledScorecards> {
    const { providers, scorecards } = this.#options;
    // Before the definitions: what changes in between is found to be stale by whoever writes.
    const revision = await scorecards.revision();
    if (this.#compiled?.revision !== revision) {
      this.#compiled = new CompiledScorecards(await scorecards.list(), {
        expressions: providers.expressions,
        revision,
      });
    }
    return this.#compiled;
  }
}
