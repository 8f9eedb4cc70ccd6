import {
  type BrokenCheck,
  type CompiledCheck,
  compileScorecard,
  type FactExpressions,
  printFactName,
  type ScorecardDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import { rulesOf } from './rulesOf';

/** A check as it is carried out. */
export interface StandingCheck {
  id: string;
  /** Null: it is broken. */
  compiled: CompiledCheck | null;
  broken: BrokenCheck | null;
  /** Full names of all facts that it reads, its filters included. */
  facts: ReadonlySet<string>;
  /** Full names of the facts that its answer rests on. */
  grounds: readonly string[];
  /** Providers of these. */
  providers: readonly string[];
  /** What its verdicts follow from, as a text. */
  rule: string;
}

/** A scorecard as it is carried out. */
export interface StandingScorecard {
  ref: string;
  version: number;
  definition: ScorecardDefinition;
  /** In the order of the definition, each id once. */
  checks: readonly StandingCheck[];
  /** Whether it asks for levels of others, or others for its. */
  isLinked: boolean;
}

/** A check by its scorecard. */
type CheckIds = Map<string, Set<string>>;

/** The scorecards that hold, with their expressions read. */
export class CompiledScorecards {
  readonly scorecards: readonly StandingScorecard[];
  /** Of the definitions; see `ScorecardStore.revision`. */
  readonly revision: string;
  readonly #byFact = new Map<string, CheckIds>();
  /** Rules by check, by version, by scorecard. */
  readonly #earlier = new Map<
    string,
    Map<number, ReadonlyMap<string, string>>
  >();

  constructor(
    stored: readonly Pick<StoredScorecard, 'definition' | 'version'>[],
    options: { expressions: FactExpressions; revision: string },
  ) {
    this.revision = options.revision;
    const linked = new Set(
      stored.flatMap(({ definition: { ref, requires } }) =>
        requires.flatMap(({ scorecard }) => [ref, scorecard]),
      ),
    );
    this.scorecards = stored.map(({ definition, version }) => ({
      ref: definition.ref,
      version,
      definition,
      checks: standingChecks(definition, options.expressions),
      isLinked: linked.has(definition.ref),
    }));
    for (const { ref, version, checks } of this.scorecards) {
      this.keepRules(
        ref,
        version,
        new Map(checks.map(({ id, rule }) => [id, rule])),
      );
      for (const check of checks) {
        check.facts.forEach(fact => this.#index(fact, ref, check.id));
      }
    }
  }

  /** Checks that read any of these facts, by scorecard. */
  readersOf(facts: Iterable<string>): CheckIds {
    const readers: CheckIds = new Map();
    for (const fact of facts) {
      for (const [ref, ids] of this.#byFact.get(fact) ?? []) {
        const known = readers.get(ref);
        readers.set(ref, known ? new Set([...known, ...ids]) : ids);
      }
    }
    return readers;
  }

  /** What the verdicts of a version follow from, by check; undefined: it was not told. */
  rulesOf(
    scorecardRef: string,
    version: number,
  ): ReadonlyMap<string, string> | undefined {
    return this.#earlier.get(scorecardRef)?.get(version);
  }

  /** Whether a scorecard holds, and the rules of the version that a result goes by were not told. */
  lacksRules({
    scorecardRef,
    version,
  }: {
    scorecardRef: string;
    version: number;
  }): boolean {
    const versions = this.#earlier.get(scorecardRef);
    return versions !== undefined && !versions.has(version);
  }

  /** Tells the rules of a version. */
  keepRules(
    scorecardRef: string,
    version: number,
    rules: ReadonlyMap<string, string>,
  ): void {
    const versions = this.#earlier.get(scorecardRef) ?? new Map();
    versions.set(version, rules);
    this.#earlier.set(scorecardRef, versions);
  }

  #index(fact: string, ref: string, checkId: string): void {
    const readers: CheckIds = this.#byFact.get(fact) ?? new Map();
    this.#byFact.set(fact, readers);
    const ids = readers.get(ref) ?? new Set();
    readers.set(ref, ids);
    ids.add(checkId);
  }
}

function standingChecks(
  definition: ScorecardDefinition,
  expressions: FactExpressions,
): StandingCheck[] {
  const { checks, broken } = compileScorecard(definition, expressions);
  const compiledOf = new Map(checks.map(one => [one.check, one]));
  const brokenOf = new Map(broken.map(one => [one.check, one]));
  const rules = rulesOf(definition);
  const ids = new Set<string>();
  return definition.checks.flatMap((check): StandingCheck[] => {
    if (ids.has(check.id)) {
      return [];
    }
    ids.add(check.id);
    const compiled = compiledOf.get(check) ?? null;
    const brokenCheck = brokenOf.get(check) ?? null;
    const filters = compiled?.filters ?? brokenCheck?.filters ?? [];
    const grounds = [
      compiled?.expression,
      compiled?.warning,
      compiled?.value,
    ].flatMap(expression => expression?.facts ?? []);
    return [
      {
        id: check.id,
        compiled,
        broken: brokenCheck,
        facts: new Set(
          [...filters.flatMap(({ facts }) => facts), ...grounds].map(
            printFactName,
          ),
        ),
        grounds: [...new Set(grounds.map(printFactName))],
        providers: [...new Set(grounds.map(({ provider }) => provider))],
        rule: rules.get(check.id)!,
      },
    ];
  });
}
