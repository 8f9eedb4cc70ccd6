import {
  type AcceptanceState,
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
import {
  type AcceptancePosition,
  type AcceptanceStore,
  type KeptAcceptance,
  positionOf,
} from '../../../acceptances/AcceptanceStore';
import { seesAll } from '../../../catalog/Visibility';
import type { ScorecardStore } from '../../../scorecards/definitions/ScorecardStore';
import type { ResultStore } from '../../../scorecards/evaluation/ResultStore';
import { type AskedChecks, readAskedChecks } from './askedChecks';

/** Acceptances that are read together. */
const AT_ONCE = 500;

/** Exemptions that are debt: those that hold, and those that are over. */
const debtStates = ['approved', 'expired'] as const satisfies AcceptanceState[];

/** Suggests what checks ask and somebody was excused from: accepted debt while that holds, and debt that nobody accepts once it is over. */
export class ExemptionSource implements DebtSuggestionSource {
  readonly id = 'exemption';
  readonly title = 'Exemptions';
  readonly cadence = { hours: 1 };
  readonly #options: {
    acceptances: Pick<AcceptanceStore, 'list'>;
    results: Pick<ResultStore, 'read'>;
    scorecards: Pick<ScorecardStore, 'list'>;
  };

  constructor(options: {
    acceptances: Pick<AcceptanceStore, 'list'>;
    results: Pick<ResultStore, 'read'>;
    scorecards: Pick<ScorecardStore, 'list'>;
  }) {
    this.#options = options;
  }

  async suggest(
    entities: readonly FactEntity[],
    context: DebtSuggestionContext,
  ): Promise<DebtSightings> {
    const refs = entities.map(({ entityRef }) => entityRef);
    const [asked, exemptions, verdicts] = await Promise.all([
      readAskedChecks(this.#options.scorecards, context),
      this.#listExemptions(refs),
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

  async #listExemptions(
    entityRefs: readonly string[],
  ): Promise<KeptAcceptance[]> {
    const found: KeptAcceptance[] = [];
    for (const state of debtStates) {
      let after: AcceptancePosition | undefined;
      do {
        const { items } = await this.#options.acceptances.list(
          { subject: 'check', state, entityRefs },
          seesAll,
          { limit: AT_ONCE, after },
        );
        found.push(...items);
        after =
          items.length === AT_ONCE ? positionOf(items[AT_ONCE - 1]) : undefined;
      } while (after);
    }
    return found;
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
  exemption: KeptAcceptance,
  entityRef: string,
  asked: AskedChecks,
  verdicts: ReadonlyMap<string, VerdictState>,
): ExemptionInput | undefined {
  const checkRef = exemption.subjectRef ?? '';
  const check = asked.get(checkRef);
  if (!check) {
    return undefined;
  }
  const { id, state, riskLevel, reason, expiresOn, history } = exemption;
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
    approvedAt: history.find(({ kind }) => kind === 'approved')?.at ?? null,
    verdict: verdicts.get(`${entityRef} ${checkRef}`) ?? null,
  };
}
