import type { Entity } from '@backstage/catalog-model';
import {
  type DebtItem,
  noEstimate,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { DatabaseDebtItemStore } from '../../techDebt/items/DatabaseDebtItemStore';
import { DatabaseDebtReportStore } from '../../techDebt/reports/DatabaseDebtReportStore';

const DAY = 24 * 3_600_000;

/** The same for both engines. */
const began = DateTime.utc().minus({ days: 10 }).startOf('day').toMillis();

/** An item that everybody sees who reads technical debt at all. */
export const visibleDebtItem = 'walk';

/** What it is linked to. */
export const visibleIssue = 'https://tracker.example.com/walk';

/** The marker of the world, which imports this file. */
const word = 'zorblax';

const author = 'user:default/author';

function itemOf(id: string, given: Partial<DebtItem> = {}): DebtItem {
  return {
    id,
    version: 1,
    title: 'Old queue',
    description: `What ${id} is`,
    entityRefs: ['component:default/cart'],
    ownerRef: 'group:default/shop',
    category: 'code',
    intent: null,
    prudence: null,
    severity: 'critical',
    estimate: {
      ...noEstimate,
      principalDays: 2,
      interestDays: 1,
      occurrencesPerMonth: 3,
      impact: 3,
      likelihood: 4,
    },
    businessImpact: null,
    remediationPlan: null,
    targetDate: DateTime.fromMillis(began + DAY, { zone: 'utc' }).toISODate(),
    reviewDate: null,
    links: [{ type: 'issue', ref: visibleIssue, title: null }],
    status: 'open',
    reportedBy: author,
    origin: { type: 'person' },
    createdAt: began,
    updatedAt: began,
    statusSince: began,
    resolvedAt: null,
    resolution: null,
    acceptedUntil: null,
    acceptedBy: null,
    externalId: null,
    ...given,
  };
}

/** Ids of items that are hidden: one hangs on nothing else than what is hidden, and one on something visible as well. */
export const hiddenDebtItems = ['whole', 'part'].map(what => `${word}-${what}`);

/** A report that everybody sees who reads technical debt at all. */
export const visibleDebtReport = 'walk-report';

/** A report of what is hidden. */
export const hiddenDebtReport = `${word}-report`;

/** A document of the catalog that keeps debt of the cart, where an item does not say otherwise. */
export function debtDocument(
  name: string,
  items: object[],
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'opmodel.io/v1alpha1',
    kind: 'TechDebtRegister',
    metadata: { name, namespace: 'default', ...metadata },
    spec: { appliesTo: ['component:default/cart'], items } as Entity['spec'],
  };
}

/** Keeps items, a change and a comment of each, and reports of what debt cost. */
export async function seedDebt(
  knex: Knex,
  { hidden }: { hidden: boolean },
): Promise<void> {
  const store = new DatabaseDebtItemStore(knex);
  const vault = `component:default/${word}-vault`;
  const [whole, part] = hiddenDebtItems;
  const seeded = hidden
    ? [
        itemOf(whole, {
          title: `Old queue ${word}`,
          entityRefs: [vault],
          ownerRef: `group:default/${word}-guild`,
        }),
        itemOf(part, { entityRefs: ['component:default/cart', vault] }),
      ]
    : [
        itemOf(visibleDebtItem),
        itemOf('night', {
          title: 'Nobody is woken',
          entityRefs: ['component:default/night', 'component:default/mail'],
          severity: null,
          estimate: noEstimate,
        }),
      ];
  for (const item of seeded) {
    await store.create(item, { at: began, by: author, note: null });
    await store.replace(
      { ...item, version: 2, updatedAt: began + DAY, category: 'test' },
      {
        at: began + DAY,
        by: author,
        note: `Why ${item.id}`,
        changes: [{ field: 'category', before: 'code', after: 'test' }],
      },
    );
    await store.addComment({
      id: `said-${item.id}`,
      itemId: item.id,
      at: began + DAY,
      by: author,
      text: `Said of ${item.id}`,
    });
  }
  const reports = new DatabaseDebtReportStore(knex);
  const report = {
    version: 1,
    day: DateTime.utc().minus({ days: 2 }).toISODate(),
    hoursLost: 4,
    reportedBy: author,
    createdAt: began,
    updatedAt: began,
  };
  await reports.create(
    hidden
      ? {
          ...report,
          id: hiddenDebtReport,
          teamRef: `group:default/${word}-guild`,
          entityRef: vault,
          itemId: whole,
          what: `Waited for ${word}`,
        }
      : {
          ...report,
          id: visibleDebtReport,
          teamRef: 'group:default/shop',
          entityRef: 'component:default/cart',
          itemId: visibleDebtItem,
          what: 'Waited',
        },
  );
}
