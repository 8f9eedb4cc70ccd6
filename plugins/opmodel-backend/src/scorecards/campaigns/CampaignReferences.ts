import { InputError } from '@backstage/errors';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { VisibleScorecards } from '../definitions/VisibleScorecards';
import { emphasisedChecks } from './campaignChecks';
import type { CampaignContents } from './CampaignStore';
import { namedRefs } from './VisibleCampaigns';

/** Of what kinds each list of a scope is. */
const scopeKinds = {
  ownerRefs: ['group', 'user'],
  systemRefs: ['system'],
  domainRefs: ['domain'],
} as const;

/** Holds campaigns to what exists and to what the caller may see. */
export class CampaignReferences {
  readonly #scorecards: Pick<VisibleScorecards, 'list'>;
  readonly #catalog: Pick<CatalogStore, 'existingRefs'>;

  constructor(options: {
    scorecards: Pick<VisibleScorecards, 'list'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
  }) {
    this.#scorecards = options.scorecards;
    this.#catalog = options.catalog;
  }

  /**
   * @param before - what it was until now: what it named then may be gone since
   * @throws InputError that names the field
   */
  async require(
    contents: CampaignContents,
    reads: Visibility,
    before?: CampaignContents,
  ): Promise<void> {
    const known = new Set(before ? namedRefs(before) : []);
    const existing = await this.#catalog.existingRefs(
      namedRefs(contents),
      reads,
    );
    const isThere = (ref: string, kinds: readonly string[]) =>
      kinds.some(kind => ref.startsWith(`${kind}:`)) &&
      (existing.has(ref) || known.has(ref));
    const { ownerRef, scope } = contents;
    if (!isThere(ownerRef, ['group'])) {
      throw new InputError(
        `'ownerRef' must be a group of the catalog, got '${ownerRef}'`,
      );
    }
    for (const [name, kinds] of Object.entries(scopeKinds)) {
      const refs = scope[name as keyof typeof scopeKinds] ?? [];
      const missing = refs.findIndex(ref => !isThere(ref, kinds));
      if (missing >= 0) {
        throw new InputError(
          `'scope.${name}[${missing}]' must be a ${kinds.join(
            ' or ',
          )} of the catalog, got '${refs[missing]}'`,
        );
      }
    }
    await this.#requireChecks(contents, reads, before);
  }

  async #requireChecks(
    { scorecardRef, emphasis }: CampaignContents,
    reads: Visibility,
    before: CampaignContents | undefined,
  ): Promise<void> {
    const scorecard = (await this.#scorecards.list(reads)).find(
      ({ definition }) => definition.ref === scorecardRef,
    );
    if (!scorecard) {
      throw new InputError(
        `'scorecardRef' must be a scorecard, got '${scorecardRef}'`,
      );
    }
    const known =
      before?.scorecardRef === scorecardRef ? before.emphasis : undefined;
    const { checks, levels } = scorecard.definition;
    const lists = {
      checks: checks.map(({ id }) => id),
      levels: levels.map(({ name }) => name),
    };
    for (const name of ['checks', 'levels'] as const) {
      const values = emphasis[name] ?? [];
      const there = new Set([...lists[name], ...(known?.[name] ?? [])]);
      const missing = values.findIndex(value => !there.has(value));
      if (missing >= 0) {
        throw new InputError(
          `'emphasis.${name}[${missing}]' must be one of the ${name} of ${scorecardRef}, got '${values[missing]}'`,
        );
      }
    }
    if (emphasisedChecks(scorecard, emphasis).length === 0) {
      throw new InputError(
        `'emphasis' must name something that ${scorecardRef} asks for`,
      );
    }
  }
}
