import {
  type AttentionItem,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { VisibleScorecards } from '../definitions/VisibleScorecards';
import { readOwnersBelow } from '../ownersBelow';
import type { StartingChecks } from './StartingChecks';

/** So long before a check starts it becomes more urgent. Milliseconds. */
const soon = 14 * 24 * 3_600_000;

/** Tells owners of checks that start soon and that something of theirs would fail. One item a team and check. */
export class StartingAttention {
  readonly #options: {
    starting: Pick<StartingChecks, 'list'>;
    scorecards: Pick<VisibleScorecards, 'list'>;
    catalog: Pick<
      CatalogStore,
      'existingRefs' | 'getEntities' | 'listRelations'
    >;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    starting: Pick<StartingChecks, 'list'>;
    scorecards: Pick<VisibleScorecards, 'list'>;
    catalog: Pick<
      CatalogStore,
      'existingRefs' | 'getEntities' | 'listRelations'
    >;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** @param owners - only what these and the groups below them own; absent: all */
  async list(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]> {
    const { starting, scorecards, catalog, clock } = this.#options;
    const now = clock();
    const found = starting.list().filter(({ startsAt }) => startsAt > now);
    if (found.length === 0) {
      return [];
    }
    const held = new Map(
      (await scorecards.list(visibility)).map(({ definition }) => [
        definition.ref,
        definition,
      ]),
    );
    const wanted = await readOwnersBelow(catalog, owners, visibility);
    const visible = await catalog.existingRefs(
      new Set(
        found.flatMap(({ failing }) =>
          failing.flatMap(({ entityRef, ownerRef }) =>
            isWanted(ownerRef, wanted) ? [entityRef] : [],
          ),
        ),
      ),
      visibility,
    );
    const failingOf = found.map(({ failing }) =>
      countByOwner(
        failing.filter(
          ({ entityRef, ownerRef }) =>
            visible.has(entityRef) && isWanted(ownerRef, wanted),
        ),
      ),
    );
    const teams = new Map(
      (
        await catalog.getEntities(
          new Set(failingOf.flatMap(counts => [...counts.keys()])),
          visibility,
        )
      ).map(team => [team.ref, team]),
    );
    return found.flatMap(({ scorecardRef, checkId, startsAt }, at) => {
      const definition = held.get(scorecardRef);
      // It may have been changed since it was looked at.
      const check = definition?.checks.find(({ id }) => id === checkId);
      if (!definition || check?.startsAt !== startsAt) {
        return [];
      }
      return [...failingOf[at]].flatMap(([ref, failing]): AttentionItem[] => {
        const team = teams.get(ref);
        return team
          ? [
              {
                id: `scorecards:check-starting:${scorecardRef}#${checkId}:${ref}`,
                subject: 'scorecards',
                kind: 'check-starting',
                entityRef: ref,
                entityTitle: team.title ?? team.name,
                ownerRef: ref,
                since: null,
                urgency: startsAt - now <= soon ? 'soon' : 'later',
                values: {
                  scorecardRef,
                  scorecardTitle: definition.title,
                  check: checkId,
                  checkName: check.name,
                  startsOn: dayOf(startsAt, this.#options.zone),
                  failing,
                },
              },
            ]
          : [];
      });
    });
  }
}

/** What belongs to nobody, nobody is told of. */
function isWanted(
  ownerRef: string | null,
  wanted: ReadonlySet<string> | undefined,
): ownerRef is string {
  return ownerRef !== null && (wanted?.has(ownerRef) ?? true);
}

function countByOwner(
  failing: readonly { ownerRef: string | null }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ownerRef } of failing) {
    if (ownerRef !== null) {
      counts.set(ownerRef, (counts.get(ownerRef) ?? 0) + 1);
    }
  }
  return counts;
}
