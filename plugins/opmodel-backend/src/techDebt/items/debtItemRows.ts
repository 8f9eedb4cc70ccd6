import {
  amountOfItem,
  type DebtItem,
  type DebtOrigin,
  principalOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import { createHash } from 'node:crypto';
import { debtOrderValues } from './debtItemOrder';
import { searchedWords } from './debtWords';

/** Names what a type and a ref mean, in a length that an index takes; refs may be long addresses. */
export function hashOfRef({ type, ref }: { type: string; ref: string }) {
  return createHash('sha256').update(`${type} ${ref}`).digest('base64url');
}

/** What of an item may change, as a row of `tech_debt_items`. */
export function toChangingColumns(item: DebtItem) {
  const { estimate, status } = item;
  const values = debtOrderValues(item);
  const principal = principalOf(estimate);
  return {
    version: item.version,
    external_id: item.externalId,
    origin_gives_status: givesStatus(item.origin),
    origin_left_at: leftAt(item.origin),
    title: item.title,
    entity_refs: JSON.stringify(item.entityRefs),
    owner_ref: item.ownerRef,
    category: item.category,
    intent: item.intent,
    prudence: item.prudence,
    severity: item.severity,
    principal_days: estimate.principalDays,
    interest_days: estimate.interestDays,
    occurrences_per_month: estimate.occurrencesPerMonth,
    impact: estimate.impact,
    likelihood: estimate.likelihood,
    business_value: estimate.businessValue,
    time_criticality: estimate.timeCriticality,
    risk_reduction: estimate.riskReduction,
    target_date: item.targetDate,
    review_date: item.reviewDate,
    status,
    status_since: item.statusSince,
    updated_at: item.updatedAt,
    resolved_at: item.resolvedAt,
    accepted_until: item.acceptedUntil,
    accepted_by: item.acceptedBy,
    sort_title: values.title,
    status_rank: values.status,
    severity_rank: values.severity,
    risk: values.risk,
    interest: values.interest,
    principal,
    principal_thousandths:
      principal === null ? null : amountOfItem(principal).principal,
    wsjf: values.wsjf,
    priority: values.priority,
    payback: values.payback,
  };
}

/** The row of a new item in `tech_debt_items`. */
export function toItemRow(item: DebtItem) {
  const { origin } = item;
  return {
    id: item.id,
    ...toChangingColumns(item),
    reported_by: item.reportedBy,
    created_at: item.createdAt,
    origin_type: origin.type,
    origin_source: sourceOf(origin),
    origin_ref: 'ref' in origin ? origin.ref : null,
    origin_hash: 'ref' in origin ? hashOfRef(origin) : null,
  };
}

/** What an item is read from: its row under the alias `item`, with its texts under the alias `texts`. */
export const readColumns = [
  'item.*',
  'texts.description',
  'texts.business_impact',
  'texts.remediation_plan',
  'texts.resolution',
  'texts.links',
];

/** The row of an item in `tech_debt_item_texts`. */
export function toTextRow(item: DebtItem) {
  return {
    item_id: item.id,
    description: item.description,
    business_impact: item.businessImpact,
    remediation_plan: item.remediationPlan,
    resolution: item.resolution,
    links: JSON.stringify(
      item.links.map(({ type, ref, title }) => ({ type, ref, title })),
    ),
  };
}

/** The row of an item in `tech_debt_item_words`. */
export function toWordRow(item: DebtItem) {
  return { item_id: item.id, searched: searchedWords(item) };
}

/** Rows in `tech_debt_item_entities`. */
export function toEntityRows({ id, entityRefs }: DebtItem) {
  return [...new Set(entityRefs)].map(entity_ref => ({
    item_id: id,
    entity_ref,
  }));
}

/** Rows in `tech_debt_item_links`. */
export function toLinkRows({ id, links }: DebtItem) {
  return [...new Set(links.map(hashOfRef))].map(hash => ({
    item_id: id,
    hash,
  }));
}

/** The item of a row with {@link readColumns}. */
export function toDebtItem(row: any): DebtItem {
  return {
    id: row.id,
    version: row.version,
    externalId: row.external_id,
    title: row.title,
    description: row.description,
    entityRefs: JSON.parse(row.entity_refs),
    ownerRef: row.owner_ref,
    category: row.category,
    intent: row.intent,
    prudence: row.prudence,
    severity: row.severity,
    estimate: {
      principalDays: row.principal_days,
      interestDays: row.interest_days,
      occurrencesPerMonth: row.occurrences_per_month,
      impact: row.impact,
      likelihood: row.likelihood,
      businessValue: row.business_value,
      timeCriticality: row.time_criticality,
      riskReduction: row.risk_reduction,
    },
    businessImpact: row.business_impact,
    remediationPlan: row.remediation_plan,
    targetDate: row.target_date,
    reviewDate: row.review_date,
    links: JSON.parse(row.links),
    status: row.status,
    reportedBy: row.reported_by,
    origin: toOrigin(row),
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    statusSince: Number(row.status_since),
    resolvedAt: row.resolved_at === null ? null : Number(row.resolved_at),
    resolution: row.resolution,
    acceptedUntil: row.accepted_until,
    acceptedBy: row.accepted_by,
  };
}

/** What many items come from together; null: each by itself. */
function sourceOf(origin: DebtOrigin): string | null {
  if (origin.type === 'document') {
    return origin.ref.split('#')[0];
  }
  return origin.type === 'suggestion' ? origin.source : null;
}

function givesStatus(origin: DebtOrigin): boolean | null {
  return origin.type === 'document' ? origin.givesStatus : null;
}

function leftAt(origin: DebtOrigin): number | null {
  return origin.type === 'document' ? origin.leftAt : null;
}

function toOrigin(row: any): DebtOrigin {
  switch (row.origin_type) {
    case 'document':
      return {
        type: 'document',
        ref: row.origin_ref,
        givesStatus: Boolean(row.origin_gives_status),
        leftAt: row.origin_left_at === null ? null : Number(row.origin_left_at),
      };
    case 'suggestion':
      return {
        type: 'suggestion',
        source: row.origin_source,
        ref: row.origin_ref,
      };
    default:
      return { type: row.origin_type };
  }
}
