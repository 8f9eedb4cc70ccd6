import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  Acceptance,
  NewCheckExemption,
  ScorecardCheck,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { VisibleScorecards } from '../definitions/VisibleScorecards';
import type { ResultStore } from '../evaluation/ResultStore';
import { findScoredEntity } from '../ScorecardCaller';

/**
 * Asks for entities to be excused from checks. An exemption is an acceptance: somebody else approves it, it has an end, and after that the
 * check fails again.
 */
export class ExemptionService {
  readonly #options: {
    acceptances: Pick<Acceptances, 'request'>;
    catalog: Pick<CatalogStore, 'getEntity'>;
    results: Pick<ResultStore, 'read'>;
    scorecards: Pick<VisibleScorecards, 'list'>;
  };

  constructor(options: {
    acceptances: Pick<Acceptances, 'request'>;
    catalog: Pick<CatalogStore, 'getEntity'>;
    results: Pick<ResultStore, 'read'>;
    scorecards: Pick<VisibleScorecards, 'list'>;
  }) {
    this.#options = options;
  }

  /**
   * Asks in the name of the caller.
   *
   * @param reads - entities whose scorecards the caller may read
   * @throws NotFoundError when there is no such entity, or it may not be seen
   * @throws InputError that names the field
   * @throws NotAllowedError without the permission to ask for acceptances
   * @throws ConflictError when the same is asked for already
   */
  async request(
    entityRef: string,
    body: NewCheckExemption,
    credentials: BackstageCredentials,
    reads: Visibility,
  ): Promise<Acceptance> {
    const { acceptances, catalog } = this.#options;
    await findScoredEntity(catalog, entityRef, reads);
    const { scorecard, check } = await this.#findCheck(body, reads);
    const { ref, title } = scorecard.definition;
    await this.#requireAsked(entityRef, ref, check);
    return acceptances.request(
      {
        subject: 'check',
        subjectRef: `${ref}#${check.id}`,
        title: `${check.name} (${title})`,
        entityRefs: [entityRef],
        riskLevel: body.riskLevel,
        reason: body.reason,
        compensatingControl: body.compensatingControl,
        expiresOn: body.expiresOn,
        details: { scorecard: ref, check: check.id },
      },
      credentials,
    );
  }

  async #findCheck(
    body: NewCheckExemption,
    reads: Visibility,
  ): Promise<{ scorecard: StoredScorecard; check: ScorecardCheck }> {
    const ref = body.scorecard.toLocaleLowerCase('en-US');
    const all = await this.#options.scorecards.list(reads);
    const scorecard = all.find(({ definition }) => definition.ref === ref);
    if (!scorecard) {
      throw new InputError(
        `'scorecard' must be the ref of a scorecard, got '${body.scorecard}'`,
      );
    }
    const { checks } = scorecard.definition;
    const check = checks.find(({ id }) => id === body.check);
    if (!check) {
      throw new InputError(
        `'check' must be one of the checks of ${ref}, got '${body.check}'`,
      );
    }
    return { scorecard, check };
  }

  /** What is not asked, or passes, needs no excuse; one that is kept in store would hide that it fails later. */
  async #requireAsked(
    entityRef: string,
    scorecardRef: string,
    { id }: ScorecardCheck,
  ): Promise<void> {
    const { results } = this.#options;
    const [result] = await results.read([entityRef], [scorecardRef]);
    const state = result?.verdicts.get(id)?.state ?? 'not_applicable';
    if (state === 'not_applicable') {
      throw new InputError(
        `'check' must be asked of ${entityRef}, and '${id}' is not`,
      );
    }
    if (state === 'passed' || state === 'warning') {
      throw new InputError(
        `'check' must be one that ${entityRef} does not pass, and it passes '${id}'`,
      );
    }
  }
}
