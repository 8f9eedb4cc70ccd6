import type {
  DebtReportPage,
  DescribedDebtReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import { CHECKOUT } from './items';

/** A report of lost hours of which nobody knows the cause yet. */
export function buildReport(
  changes: Partial<DescribedDebtReport> = {},
): DescribedDebtReport {
  return {
    id: 'r1',
    version: 2,
    day: '2026-11-20',
    hoursLost: 6,
    what: 'Two orders were booked twice, and put right by hand',
    entity: { ref: CHECKOUT, title: 'Checkout API', exists: true },
    team: { ref: 'group:default/payments', title: 'Payments', exists: true },
    item: null,
    createdAt: '2026-11-20T15:00:00.000Z',
    updatedAt: '2026-11-21T08:00:00.000Z',
    may: { change: true, link: true, unlink: false, delete: true },
    ...changes,
  };
}

/** A page of reports. */
export function buildReports(...items: DescribedDebtReport[]): DebtReportPage {
  return { items, totalItems: items.length, nextCursor: null, mayCreate: true };
}
