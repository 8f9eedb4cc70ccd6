import { InputError } from '@backstage/errors';
import {
  type OpmodelApi,
  type OrganisationCalendar,
  type PayingOrder,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtFlowAsked } from './DebtFlowReader';
import type { PageBeside } from './DebtHistoryReader';
import type { DebtOrder, DebtPlaceKind } from './DebtItemStore';
import type { DebtPage } from './DebtListReader';
import type { AskedDebt } from './DebtSelections';

type ListQuery = NonNullable<Parameters<OpmodelApi['listDebtItems']>[0]>;
type FlowQuery = NonNullable<Parameters<OpmodelApi['getDebtFlow']>[0]>;
type TopQuery = NonNullable<Parameters<OpmodelApi['getDebtTopTen']>[0]>;

/** Rows of a page where nothing is said. */
const USUAL_PAGE = 20;

/** Items that are paid where nothing is said. */
const USUAL_TOP = 10;

/**
 * Which items a query asks for.
 *
 * @throws InputError that names the field
 */
export function readDebtSelection(query: ListQuery): AskedDebt {
  return {
    scopeRef: query.scope && lower(query.scope),
    entityRef: query.entity && lower(query.entity),
    owners: query.owner?.map(lower),
    descendants: query.descendants,
    entities: {
      systemRef: query.system && lower(query.system),
      domainRef: query.domain && lower(query.domain),
      type: query.type,
      tier: query.tier,
      lifecycle: query.lifecycle,
    },
    statuses: query.status,
    categories: query.category,
    severities: query.severity,
    impact: query.impact,
    likelihood: query.likelihood,
    text: query.text,
    isOverdue: query.overdue,
    isReviewDue: query.reviewDue,
    link: readLink(query),
  };
}

/** Which page a query asks for, and in what order. */
export function readDebtPage(query: ListQuery): DebtPage {
  const sort = query.sort ?? '-updatedAt';
  return {
    ...readPageBeside(query),
    order: sort.replace('-', '') as DebtOrder,
    descending: sort.startsWith('-'),
  };
}

/** Which page of a list beside an item a query asks for. */
export function readPageBeside(query: {
  limit?: number;
  cursor?: string;
}): PageBeside {
  return { limit: query.limit ?? USUAL_PAGE, cursor: query.cursor };
}

/**
 * Which flow a query asks for.
 *
 * @param now - epoch milliseconds
 * @throws InputError that names the field
 */
export function readDebtFlow(
  query: FlowQuery,
  calendar: OrganisationCalendar,
  now: number,
): DebtFlowAsked {
  return {
    window: resolveWindow(query, calendar, now),
    interval: query.interval ?? 'week',
    ownership: query.ownership ?? 'then',
    by: query.by ?? null,
  };
}

/** What a query lays debt out by. */
export function readDebtPlaceKind(
  query: NonNullable<Parameters<OpmodelApi['getDebtPlaces']>[0]>,
): DebtPlaceKind {
  return query.by ?? 'system';
}

/** Which items a query would pay. */
export function readDebtTop(query: TopQuery): {
  order: PayingOrder;
  count: number;
} {
  return { order: query.order ?? 'priority', count: query.count ?? USUAL_TOP };
}

function readLink({
  linkType: type,
  linkRef: ref,
}: ListQuery): AskedDebt['link'] {
  if (type === undefined && ref === undefined) {
    return undefined;
  }
  if (type === undefined || ref === undefined) {
    throw new InputError(
      `'linkType' and 'linkRef' must stand together; one of them is missing`,
    );
  }
  return { type, ref };
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
