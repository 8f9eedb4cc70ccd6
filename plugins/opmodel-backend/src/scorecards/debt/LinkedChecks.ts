import {
  type FailingCheckEvidence,
  opmodelScorecardReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { VisibleScorecards } from '../definitions/VisibleScorecards';
import type { ResultStore } from '../evaluation/ResultStore';

/** Tells which of the checks that debt is linked to fail, and since when. */
export class LinkedChecks {
  readonly readPermission = opmodelScorecardReadPermission;
  readonly #options: {
    catalog: Pick<CatalogStore, 'existingRefs'>;
    results: Pick<ResultStore, 'read'>;
    scorecards: Pick<VisibleScorecards, 'list'>;
  };

  constructor(options: {
    catalog: Pick<CatalogStore, 'existingRefs'>;
    results: Pick<ResultStore, 'read'>;
    scorecards: Pick<VisibleScorecards, 'list'>;
  }) {
    this.#options = options;
  }

  async listFailing(
    asked: { checkRefs: readonly string[]; entityRefs: readonly string[] },
    visibility: Visibility,
  ): Promise<FailingCheckEvidence[]> {
    const { catalog, results, scorecards } = this.#options;
    const [held, seen] = await Promise.all([
      scorecards.list(visibility),
      catalog.existingRefs([...asked.entityRefs], visibility),
    ]);
    const isAsked = new Set(asked.checkRefs);
    const nameOf = new Map<string, string>(
      held.flatMap(({ definition: { ref, checks } }) =>
        checks.flatMap(({ id, name }) =>
          isAsked.has(`${ref}#${id}`) ? [[`${ref}#${id}`, name] as const] : [],
        ),
      ),
    );
    if (nameOf.size === 0 || seen.size === 0) {
      return [];
    }
    const found = await results.read(
      [...seen],
      [...new Set([...nameOf.keys()].map(ref => ref.split('#')[0]))],
    );
    return found.flatMap(({ entityRef, scorecardRef, verdicts }) =>
      [...verdicts.values()].flatMap(({ checkId, state, since }) => {
        const checkRef = `${scorecardRef}#${checkId}`;
        const title = nameOf.get(checkRef);
        return title !== undefined && state === 'failed'
          ? [{ checkRef, title, entityRef, failingSince: since }]
          : [];
      }),
    );
  }
}
