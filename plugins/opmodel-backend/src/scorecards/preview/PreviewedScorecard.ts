import type { ScorecardDefinition } from '@opmodel/backstage-plugin-opmodel-common';
import { hashDefinition } from '../definitions/hashDefinition';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import { CompiledScorecards } from '../evaluation/CompiledScorecards';
import { evaluateEntity } from '../evaluation/evaluateEntity';
import type { EvaluationRules } from '../evaluation/evaluateScorecard';
import type {
  EvaluationOutcome,
  ScorecardResult,
  StateChange,
} from '../evaluation/ResultStore';
import { rulesOf } from '../evaluation/rulesOf';
import type { FactProviders } from '../facts/FactProviders';
import type { KnownFacts } from '../facts/FactStore';

/** Where an entity would stand. */
export interface PreviewedResult {
  /** As it stands now; null: nothing is asked of it. */
  before: ScorecardResult | null;
  /** Null: nothing would be asked of it. */
  after: ScorecardResult | null;
  /** Checks whose state would be another one. */
  changes: readonly StateChange[];
}

/** A definition as it would hold beside all others that do. */
export class PreviewedScorecard {
  /** As it would be kept. */
  readonly stored: StoredScorecard;
  /** What it would replace; null: nothing. */
  readonly replaced: ScorecardDefinition | null;
  /** All that would hold, by ref. */
  readonly held: ReadonlyMap<string, StoredScorecard>;
  /** Refs of the scorecards on whose results it depends, that of its own included where it replaces one. */
  readonly linkedRefs: readonly string[];
  /** Providers whose facts it reads. */
  readonly providers: readonly string[];
  readonly #rules: Omit<EvaluationRules, 'now'>;
  readonly #now: number;

  /**
   * @param options - `held`: the scorecards that hold, as far as whoever asks may see them; `now`: epoch milliseconds
   */
  constructor(
    definition: ScorecardDefinition,
    options: {
      held: readonly StoredScorecard[];
      providers: Pick<FactProviders, 'expressions' | 'freshnessOf'>;
      isExempt: EvaluationRules['isExempt'];
      now: number;
    },
  ) {
    const { held, providers, isExempt, now } = options;
    const replaced =
      held.find(one => one.definition.ref === definition.ref) ?? null;
    this.replaced = replaced?.definition ?? null;
    this.stored = {
      definition,
      definitionHash: hashDefinition(definition),
      origin: replaced?.origin ?? 'portal',
      spec: {},
      version: (replaced?.version ?? 0) + 1,
      slots: definition.checks.map(({ id }) => id),
      problems: [],
      publishedAt: now,
      removedAt: null,
    };
    this.held = new Map(
      [...held, this.stored].map(one => [one.definition.ref, one]),
    );
    const scorecards = new CompiledScorecards([...this.held.values()], {
      expressions: providers.expressions,
      revision: '',
    });
    for (const one of held) {
      const { ref } = one.definition;
      scorecards.keepRules(ref, one.version, rulesOf(one.definition));
    }
    this.#rules = { scorecards, isExempt, freshnessOf: providers.freshnessOf };
    this.#now = now;
    // Nothing is known of a scorecard that does not hold, or that may not be seen.
    this.linkedRefs = scorecards.scorecards
      .filter(({ ref, isLinked }) =>
        ref === definition.ref ? replaced !== null : isLinked,
      )
      .map(({ ref }) => ref);
    const own = scorecards.scorecards.find(({ ref }) => ref === definition.ref);
    this.providers = [
      ...new Set(
        (own?.checks ?? []).flatMap(({ facts }) =>
          [...facts].map(name => name.slice(0, name.indexOf('.'))),
        ),
      ),
    ];
  }

  /**
   * Evaluates one entity as publishing would.
   *
   * @param known - results of the linked scorecards
   */
  evaluate(
    entityRef: string,
    facts: readonly KnownFacts[],
    known: readonly ScorecardResult[],
  ): PreviewedResult {
    const { ref } = this.stored.definition;
    const { scorecards } = this.#rules;
    const results = new Map(
      known.map(one => [one.scorecardRef, this.#asItStands(one)]),
    );
    const before = results.get(ref);
    if (before && scorecards.lacksRules(before)) {
      // It is some versions behind: what holds now is new to it.
      scorecards.keepRules(ref, before.version, new Map());
    }
    const outcome = evaluateEntity(
      {
        work: {
          entityRef,
          facts: new Set(),
          // What stays the rule that it was is judged already, as it is where the definition is published.
          checks: new Map([[ref, new Set()]]),
          isWhole: false,
          told: [],
        },
        ownerRef: null,
        facts,
        results,
      },
      { ...this.#rules, now: this.#now },
    );
    return this.#resultOf(outcome, results.get(ref) ?? null);
  }

  /** Results of other scorecards are not looked at again, whichever version they go by. */
  #asItStands(result: ScorecardResult): ScorecardResult {
    const { ref } = this.stored.definition;
    const other = this.#rules.scorecards.scorecards.find(
      one => one.ref === result.scorecardRef && one.ref !== ref,
    );
    return other ? { ...result, version: other.version } : result;
  }

  #resultOf(
    { results, changes }: EvaluationOutcome,
    before: ScorecardResult | null,
  ): PreviewedResult {
    const { ref } = this.stored.definition;
    const after =
      results.find(({ scorecardRef }) => scorecardRef === ref) ?? before;
    const change = changes.find(({ scorecardRef }) => scorecardRef === ref);
    const isNew = before === null && after !== null;
    return {
      before,
      after,
      changes: isNew ? beginningOf(after) : change?.checks ?? [],
    };
  }
}

/** What a scorecard would ask of an entity of which it asked nothing. */
function beginningOf({ verdicts }: ScorecardResult): StateChange[] {
  return [...verdicts.values()]
    .filter(({ state }) => state !== 'not_applicable')
    .map(({ checkId, state }) => ({
      checkId,
      before: null,
      after: state,
      isRuleChanged: true,
    }));
}
