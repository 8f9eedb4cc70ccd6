import type { HumanDuration } from '@backstage/types';
import type {
  FoundSuggestion,
  SuggestionSource,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { FactEntity } from '../facts/FactProvider';

/** What a source found of the entities that it was asked about. */
export interface DebtSightings {
  /**
   * Refs of the entities of which all there is was found, those without any debt included: what was suggested of them before and is not
   * found any more is gone. An entity that could not be looked at, or only in part, is not among them, and what was suggested of it stays.
   */
  lookedAt: readonly string[];
  /** In any order, each of the source itself and of one of the entities that it was asked about. */
  suggestions: readonly FoundSuggestion[];
  /** Fingerprints of what is there and not told, because there is a bound. */
  leftOut: readonly string[];
  /** Why an entity could not be looked at now, or not all of it. */
  problems?: readonly { entityRef: string; problem: string }[];
}

/** What the engine hands to a source with each question. It is one object for a run, so that a source may remember by it what it read. */
export interface DebtSuggestionContext {
  /** Ends the run; the source passes it on to whatever it waits for. */
  signal: AbortSignal;
  /** When the run began, epoch milliseconds: the same for all of its questions. */
  now: number;
}

/**
 * Finds technical debt without anybody filing it. What it finds is suggested to people, who file it or dismiss it.
 *
 * The engine asks for batches of entities, in the order of their refs, and keeps what a batch brings before it asks for the next one. A run
 * that was interrupted goes on where it stopped. `opmodel.techDebt.suggestions.<key>.enabled: false` switches a source off, see
 * {@link debtSuggestionKey}.
 */
export interface DebtSuggestionSource {
  /** Of which kind everything is that it finds; one source for each. */
  id: SuggestionSource;
  /** For people: `Comments in code`. */
  title: string;
  /** Kinds of entities that it is asked about, in lower case; absent: all but users, locations and documents such as scorecards. */
  kinds?: readonly string[];
  /** How often it is asked, where `opmodel.techDebt.suggestions.<key>.frequency` says nothing else. At least a minute. */
  cadence: HumanDuration;
  /** How many entities it is asked about at a time; default: 200. */
  batchSize?: number;
  /**
   * Looks for debt of entities. Asking twice must do no harm, and finds the same fingerprints.
   *
   * @throws BudgetExhaustedError where the outside system is to be left alone for a while: the run goes on with this batch then. Any other
   *   error: nothing can be said of any of them; what was suggested stays, and the run is tried again with this batch
   */
  suggest(
    entities: readonly FactEntity[],
    context: DebtSuggestionContext,
  ): Promise<DebtSightings>;
}

const keys: Readonly<Record<SuggestionSource, string>> = {
  exemption: 'exemptions',
  failing_check: 'failingChecks',
  error_budget: 'errorBudgets',
  hotspot: 'hotspots',
  todo: 'todos',
  end_of_life: 'endOfLife',
  sonarqube: 'sonarqube',
  sarif: 'sarif',
};

/** The key of configuration under which a source is set up: `opmodel.techDebt.suggestions.todos` for `todo`. */
export function debtSuggestionKey(source: SuggestionSource): string {
  return `opmodel.techDebt.suggestions.${keys[source]}`;
}
