import {
  type ExemptionInput,
  suggestFromExemptions,
  type VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  DebtSightings,
  DebtSuggestionContext,
  DebtSuggestionSource,
  FactEntity,
} from '@opmodel/backstage-plugin-opmodel-node';
import type {
  Acceptances,
  ApprovedAcceptance,
} from '../../acceptances/Acceptances';
import { seesAll } from '../../catalog/Visibility';
import type { ScorecardStore } from '../definitions/ScorecardStore';
import type { ResultStore } from '../evaluation/ResultStore';
import { type AskedChecks, readAskedChecks } from './askedChecks';

/** Suggests what checks ask and somebody was excused from: accepted debt while that holds, and debt that nobody accepts once it is over. */
export class ExemptionSource implements DebtSuggestionSource {
  readonly id = 'exemption';
  readonly title = 'Exemptions';
  readonly cadence = { hours: 1 };
  readonly #options: {
    acceptances: Pick<Acceptances, 'listApproved'>;
    results: Pick<ResultStore, 'read'>;
    scorecards: Pick<ScorecardStore, 'list'>;
  };

  constructor(options: {
    acceptances: Pick<Acceptances, 'listApproved'>;
    results: Pick<ResultStore, 'read'>;
    scorecards: Pick<ScorecardStore, 'list'>;
  }) {
    this.#options = options;
  }

  async suggest(
    entities: readonly FactEntity[],
    context: DebtSuggestionContext,
  ): Promise<DebtSightings> {
    context.signal.throwIfAborted();
    const refs = entities.map(({ entityRef }) => entityRef);
    const [asked, exemptions, verdicts] = await Promise.all([
      readAskedChecks(this.#options.scorecards, context),
      this.#options.acceptances.listApproved(
        { subject: 'check', entityRefs: refs },
        seesAll,
      ),
      this.#readVerdicts(refs),
    ]);
    const isAsked = new Set(refs);
    const inputs = exemptions.flatMap(exemption =>
      exemption.entityRefs
        .filter(ref => isAsked.has(ref))
        .flatMap(ref => inputOf(exemption, ref, asked, verdicts) ?? []),
    );
    return {
      lookedAt: refs,
      suggestions: suggestFromExemptions(inputs),
      leftOut: [],
    };
  }

  /** What checks come to, by entity and check. */
  async #readVerdicts(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, VerdictState>> {
    const results = await this.#options.results.read(entityRefs);
    return new Map(
      results.flatMap(({ entityRef, scorecardRef, verdicts }) =>
        [...verdicts.values()].map(
          ({ checkId, state }) =>
            [`${entityRef} ${scorecardRef}#${checkId}`, state] as const,
        ),
      ),
    );
  }
}

/** Undefined: the check is not asked any more. */
function inputOf(
  exemption: ApprovedAcceptance,
  entityRef: string,
  asked: AskedChecks,
  verdicts: ReadonlyMap<string, VerdictState>,
): ExemptionInput | undefined {
  const checkRef = exemption.subjectRef ?? '';
  const check = asked.get(checkRef);
  if (!check) {
    return undefined;
  }
  const { id, state, riskLevel, reason, expiresOn, approvedAt } = exemption;
  return {
    id,
    entityRef,
    checkRef,
    checkName: check.name,
    checkCategory: check.category ?? null,
    state,
    riskLevel,
    reason,
    expiresOn,
    approvedAt,
    verdict: verdicts.get(`${entityRef} ${checkRef}`) ?? null,
  };
}
