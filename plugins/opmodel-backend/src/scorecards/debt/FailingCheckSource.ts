import {
  type FailingCheckInput,
  fillTemplate,
  type ScorecardCheck,
  suggestFromFailingChecks,
  suggestionFingerprint,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  DebtSightings,
  DebtSuggestionContext,
  DebtSuggestionSource,
  FactEntity,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { ScorecardStore } from '../definitions/ScorecardStore';
import type { ResultStore, ScorecardResult } from '../evaluation/ResultStore';
import { readAskedChecks, type AskedChecks } from './askedChecks';

/** Suggests checks of scorecards that have failed for long. */
export class FailingCheckSource implements DebtSuggestionSource {
  readonly id = 'failing_check';
  readonly title = 'Failing checks';
  readonly cadence = { hours: 6 };
  readonly #options: {
    results: Pick<ResultStore, 'read'>;
    scorecards: Pick<ScorecardStore, 'list'>;
    olderThanDays: number;
  };

  constructor(options: {
    results: Pick<ResultStore, 'read'>;
    scorecards: Pick<ScorecardStore, 'list'>;
    /** For how long a check must have failed. Days. */
    olderThanDays: number;
  }) {
    this.#options = options;
  }

  async suggest(
    entities: readonly FactEntity[],
    context: DebtSuggestionContext,
  ): Promise<DebtSightings> {
    context.signal.throwIfAborted();
    const { results, scorecards, olderThanDays } = this.#options;
    const asked = await readAskedChecks(scorecards, context);
    const known = new Map(entities.map(entity => [entity.entityRef, entity]));
    const found = await results.read([...known.keys()]);
    const checks = found.flatMap(result =>
      checksOf(result, known.get(result.entityRef)!, asked),
    );
    return {
      lookedAt: [...known.keys()],
      suggestions: suggestFromFailingChecks(checks, {
        now: context.now,
        olderThanDays,
      }),
      // Of what nothing is known now, nothing is known to have become better.
      leftOut: checks
        .filter(({ state }) => state === 'not_reported' || state === 'error')
        .map(({ entityRef, checkRef }) =>
          suggestionFingerprint('failing_check', entityRef, [checkRef]),
        ),
    };
  }
}

function checksOf(
  { entityRef, scorecardRef, verdicts }: ScorecardResult,
  entity: FactEntity,
  asked: AskedChecks,
): FailingCheckInput[] {
  return [...verdicts.values()].flatMap(({ checkId, state, since, value }) => {
    const checkRef = `${scorecardRef}#${checkId}`;
    const check = asked.get(checkRef);
    return check
      ? {
          entityRef,
          checkRef,
          checkName: check.name,
          checkCategory: check.category ?? null,
          level: check.level ?? null,
          // Nobody says of a check how bad it is that it fails.
          severity: null,
          solution: solutionOf(check, entity, value),
          state,
          since,
          value,
          url: null,
        }
      : [];
  });
}

/** Facts are told in a scorecard to those who may see them; here nobody has asked, so that none is filled in. */
function solutionOf(
  { solution }: ScorecardCheck,
  entity: FactEntity,
  value: FailingCheckInput['value'],
): string | null {
  if (solution === undefined) {
    return null;
  }
  return fillTemplate(
    solution,
    new Map([
      ['value', value],
      ['entity.ref', entity.entityRef],
      ['entity.kind', entity.kind],
      ['entity.name', entity.name],
      ['entity.title', entity.title ?? entity.name],
    ]),
  );
}
