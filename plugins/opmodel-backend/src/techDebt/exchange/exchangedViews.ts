import type {
  DebtItem,
  ExchangedDebtItem,
  KnownDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtNames } from '../items/DebtNames';
import type { ShownLinks } from '../links/ShownLinks';

/** An item as a file has it: whoever may not see its owner finds none. */
export type ExportedDebtItem = Omit<ExchangedDebtItem, 'ownerRef'> & {
  ownerRef: string | null;
};

/** Whoever compares a row with an item whose owner they may not see compares it with no group that there is. */
const HIDDEN_OWNER = '';

/** An item as it is exported to somebody. What has no name elsewhere is known again by its own id. */
export function exportedView(
  item: DebtItem,
  names: DebtNames,
  shown: ShownLinks,
): ExportedDebtItem {
  return {
    ...contentOf(item, shown),
    externalId: item.externalId ?? item.id,
    ownerRef: names.get(item.ownerRef)?.ref ?? null,
  };
}

/** An item as rows of a file are compared with it for somebody. */
export function knownView(
  item: DebtItem,
  names: DebtNames,
  shown: ShownLinks,
): KnownDebtItem {
  return {
    id: item.id,
    version: item.version,
    name: null,
    item: {
      ...contentOf(item, shown),
      externalId: item.externalId ?? nameInDocument(item),
      ownerRef: names.get(item.ownerRef)?.ref ?? HIDDEN_OWNER,
    },
  };
}

/** What the document of an item calls it, as an import of that document does; null: it comes from none. */
function nameInDocument({ origin }: DebtItem): string | null {
  return origin.type === 'document'
    ? origin.ref.slice(origin.ref.indexOf(':') + 1)
    : null;
}

function contentOf(
  item: DebtItem,
  shown: ShownLinks,
): Omit<ExchangedDebtItem, 'externalId' | 'ownerRef'> {
  return {
    title: item.title,
    description: item.description,
    entityRefs: item.entityRefs,
    category: item.category,
    intent: item.intent,
    prudence: item.prudence,
    severity: item.severity,
    estimate: item.estimate,
    businessImpact: item.businessImpact,
    remediationPlan: item.remediationPlan,
    targetDate: item.targetDate,
    reviewDate: item.reviewDate,
    links: item.links.flatMap(link => shown.show(link) ?? []),
    status: item.status,
    resolution: item.resolution,
    createdAt: item.createdAt,
    resolvedAt: item.resolvedAt,
  };
}
