import {
  dayOf,
  debtStatuses,
  type DebtStatus,
  isOpenDebt,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { isFiltered } from '../../catalog/ComponentSelection';
import { readGroupsBelow } from '../../catalog/readGroupsBelow';
import { organisationScope } from '../../catalog/scopesOf';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import type { DebtLinkChecks } from '../links/DebtLinkChecks';
import type { DebtCaller } from './DebtCaller';
import type { DebtSelection } from './DebtItemStore';
import { entityOfLink } from './DebtNames';

/** Which items somebody asks for. */
export interface AskedDebt
  extends Omit<
    DebtSelection,
    'visibility' | 'ownerRefs' | 'overdueOn' | 'reviewDueOn'
  > {
  /** Who answers for the items. */
  owners?: readonly string[];
  /** Also the groups below the owners. */
  descendants?: boolean;
  isOverdue?: boolean;
  isReviewDue?: boolean;
}

/** The statuses of items that are to be paid; what is accepted is not due until its acceptance ends. */
export const openStatuses: readonly DebtStatus[] =
  debtStatuses.filter(isOpenDebt);

/** Finds out which items somebody's question selects. */
export class DebtSelections {
  readonly #options: {
    catalog: Pick<CatalogStore, 'existingRefs' | 'listRelations'>;
    linkChecks: DebtLinkChecks;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    catalog: Pick<CatalogStore, 'existingRefs' | 'listRelations'>;
    linkChecks: DebtLinkChecks;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** Today as an ISO day. */
  today(): string {
    return dayOf(this.#options.clock(), this.#options.zone);
  }

  async resolve(
    {
      owners,
      descendants = true,
      isOverdue,
      isReviewDue,
      entities,
      scopeRef: wholeOrPart,
      ...asked
    }: AskedDebt,
    caller: Pick<DebtCaller, 'reads' | 'seeing'>,
  ): Promise<DebtSelection> {
    const { reads } = caller;
    const today = this.today();
    const scopeRef = limitingScope(wholeOrPart);
    const isLinkSeen = await this.#isLinkSeen(asked.link, caller);
    const selection: DebtSelection = {
      ...asked,
      scopeRef,
      entities: isFiltered(entities) ? entities : undefined,
      visibility: isLinkSeen
        ? await this.#visibilityIn(scopeRef, reads)
        : seesNone,
      ownerRefs: owners && (await this.ownersOf(owners, descendants, reads)),
      reviewDueOn: isReviewDue ? today : undefined,
    };
    return isOverdue ? overdueOf(selection, today) : selection;
  }

  /** Only who may see a group learns which others it has below it. */
  async ownersOf(
    owners: readonly string[],
    descendants: boolean,
    reads: Visibility,
  ): Promise<string[]> {
    const { catalog } = this.#options;
    const visible = await catalog.existingRefs(owners, reads);
    if (!descendants) {
      return [...visible];
    }
    const tree = await readGroupsBelow(catalog, visible);
    return [...new Set([...visible].flatMap(ref => [ref, ...tree.below(ref)]))];
  }

  /** Whoever may not see what items are linked to learns from none of them that it is there. */
  async #isLinkSeen(
    link: AskedDebt['link'],
    caller: Pick<DebtCaller, 'reads' | 'seeing'>,
  ): Promise<boolean> {
    if (link === undefined) {
      return true;
    }
    const { catalog, linkChecks } = this.#options;
    const ref = entityOfLink(link);
    const refs = ref === undefined ? [] : [ref];
    const [checked, seen, existing] = await Promise.all([
      linkChecks.read([link], caller),
      catalog.existingRefs(refs, caller.reads),
      catalog.existingRefs(refs, seesAll),
    ]);
    return checked.leads(link) && seen.size === existing.size;
  }

  /** Whoever may not see a scope is told of it as of one that there is not. */
  async #visibilityIn(
    scopeRef: string | undefined,
    reads: Visibility,
  ): Promise<Visibility> {
    if (scopeRef === undefined) {
      return reads;
    }
    const seen = await this.#options.catalog.existingRefs([scopeRef], reads);
    return seen.has(scopeRef) ? reads : seesNone;
  }
}

/** The scope that a question is limited to; undefined: it is about all that its reader may see, as the organisation is. */
export function limitingScope(asked: string | undefined): string | undefined {
  return asked === organisationScope ? undefined : asked;
}

/** The items of a selection that are to be paid and whose target date is before a day. */
export function overdueOf(
  selection: DebtSelection,
  day: string,
): DebtSelection {
  return { ...withinStatuses(selection, openStatuses), overdueOn: day };
}

/** The items of a selection that stand in one of these statuses. */
export function withinStatuses(
  selection: DebtSelection,
  statuses: readonly DebtStatus[],
): DebtSelection {
  return {
    ...selection,
    statuses: statuses.filter(
      status => selection.statuses?.includes(status) ?? true,
    ),
  };
}
