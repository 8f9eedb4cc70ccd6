import {
  type AttentionItem,
  dayOf,
  debtSeverities,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { titleOf } from '../../decisions/NamedEntities';
import type {
  DebtItemStore,
  DebtOwnerCount,
  DebtSelection,
} from '../items/DebtItemStore';
import { type DebtSelections, openStatuses } from '../items/DebtSelections';
import { remediationDeadlines } from '../items/remediationDeadlines';
import type { TechDebtSettings } from '../techDebtSettings';
import type { ReopenedDebt } from './ReopenedDebt';

/** Critical items without an owner of which each is told; there are few, unless a whole organisation leaves the catalog. */
const TOLD_ITEMS = 100;

/** What attention is found with. */
export interface DebtAttentionOptions {
  catalog: Pick<CatalogStore, 'existingRefs' | 'getEntities'>;
  reopened: Pick<ReopenedDebt, 'list'>;
  selections: Pick<DebtSelections, 'ownersOf'>;
  settings: TechDebtSettings;
  store: Pick<DebtItemStore, 'countOwners' | 'list'>;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Tells owners what of their debt is late, has to be looked at again, or is to be paid again because its acceptance ran out. What there may be
 * much of is one entry a team with a count, which the database counts. That an acceptance soon ends, the acceptances themselves tell.
 */
export class DebtAttention {
  readonly #options: DebtAttentionOptions;

  constructor(options: DebtAttentionOptions) {
    this.#options = options;
  }

  /** @param owners - only what is for these and the groups below them; absent: all */
  async list(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]> {
    const { reopened, selections } = this.#options;
    const ownerRefs =
      owners && (await selections.ownersOf(owners, true, visibility));
    const selection: DebtSelection = { visibility, ownerRefs };
    const [ofTeams, ofItems, ownerless] = await Promise.all([
      this.#listOfTeams(selection),
      reopened.list(selection),
      this.#listOwnerless({ visibility }, ownerRefs),
    ]);
    return [...ofTeams, ...ofItems, ...ownerless];
  }

  async #listOfTeams(selection: DebtSelection): Promise<AttentionItem[]> {
    const { catalog, settings, store, zone, clock } = this.#options;
    const today = dayOf(clock(), zone);
    const filedBefore = remediationDeadlines(settings, today, zone);
    const open = { ...selection, statuses: openStatuses };
    const [overdue, reviews, undated, ...breaches] = await Promise.all([
      store.countOwners({ ...open, overdueOn: today }),
      store.countOwners({ ...selection, reviewDueOn: today }),
      store.countOwners(
        { ...open, severities: ['critical'] },
        { isUndated: true },
      ),
      ...debtSeverities.map(severity =>
        store.countOwners({
          ...open,
          severities: [severity],
          createdBefore: filedBefore[severity],
        }),
      ),
    ]);
    const counted = [overdue, reviews, undated, ...breaches];
    const teams = await catalog.getEntities(
      new Set(counted.flat().map(({ ownerRef }) => ownerRef)),
      selection.visibility,
    );
    // A team that may not be seen, or is no more, is told nothing.
    return teams.flatMap(team => {
      const of = (counts: readonly DebtOwnerCount[]) =>
        counts.find(({ ownerRef }) => ownerRef === team.ref)?.items ?? 0;
      const [critical] = breaches;
      const breached = breaches.reduce((sum, counts) => sum + of(counts), 0);
      return [
        ...aboutTeam(team, 'debt-overdue', 'soon', { items: of(overdue) }),
        ...aboutTeam(
          team,
          'debt-remediation-over',
          of(critical) > 0 ? 'now' : 'soon',
          { items: breached, critical: of(critical) },
        ),
        ...aboutTeam(team, 'debt-review-overdue', 'later', {
          items: of(reviews),
        }),
        ...aboutTeam(team, 'debt-undated', 'soon', { items: of(undated) }),
      ];
    });
  }

  /** Critical items for which a group answers that the catalog no longer has: whoever owns what they hang on hears of them. */
  async #listOwnerless(
    selection: DebtSelection,
    ownerRefs: readonly string[] | undefined,
  ): Promise<AttentionItem[]> {
    const { catalog, store } = this.#options;
    const critical: DebtSelection = {
      ...selection,
      severities: ['critical'],
      statuses: openStatuses,
    };
    const counts = await store.countOwners(critical);
    const answering = counts.map(({ ownerRef }) => ownerRef);
    const existing = await catalog.existingRefs(answering, seesAll);
    const missing = answering.filter(ref => !existing.has(ref));
    if (missing.length === 0) {
      return [];
    }
    const { items } = await store.list(
      { ...critical, ownerRefs: missing },
      { order: 'createdAt', descending: false, limit: TOLD_ITEMS },
    );
    const carriers = await catalog.getEntities(
      new Set(items.map(({ item }) => item.entityRefs[0])),
      selection.visibility,
      { includeRemoved: true },
    );
    const carrierOf = new Map(carriers.map(entity => [entity.ref, entity]));
    return items.flatMap(({ item: { id, title, entityRefs } }) => {
      const carrier = carrierOf.get(entityRefs[0]);
      const ownerRef = carrier?.ownerRef ?? null;
      return carrier && (ownerRefs?.includes(ownerRef ?? '') ?? true)
        ? [
            {
              id: `tech-debt:debt-owner-missing:${id}`,
              subject: 'tech-debt',
              kind: 'debt-owner-missing' as const,
              entityRef: carrier.ref,
              entityTitle: titleOf(carrier),
              ownerRef,
              since: null,
              urgency: 'soon' as const,
              values: { debtItem: id, title },
            },
          ]
        : [];
    });
  }
}

function aboutTeam(
  team: CatalogEntity,
  kind: AttentionItem['kind'],
  urgency: AttentionItem['urgency'],
  values: { items: number; critical?: number },
): AttentionItem[] {
  return values.items === 0
    ? []
    : [
        {
          id: `tech-debt:${kind}:${team.ref}`,
          subject: 'tech-debt',
          kind,
          entityRef: team.ref,
          entityTitle: titleOf(team),
          ownerRef: team.ref,
          since: null,
          urgency,
          values,
        },
      ];
}
