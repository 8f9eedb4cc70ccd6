import {
  type DebtItem,
  debtEstimateFields,
} from '@opmodel/backstage-plugin-opmodel-common';
import { isEqual } from 'lodash';
import type { DebtFieldChange } from './DebtItemStore';

/** What people write of an item beside its estimate, and where it stands. */
const fields = [
  'title',
  'description',
  'entityRefs',
  'ownerRef',
  'category',
  'intent',
  'prudence',
  'severity',
  'businessImpact',
  'remediationPlan',
  'targetDate',
  'reviewDate',
  'links',
  'externalId',
  'status',
  'resolution',
  'acceptedUntil',
  'acceptedBy',
] as const satisfies readonly (keyof DebtItem)[];

/** The fields in which an item differs from what it was, by their names in the API. */
export function findDebtChanges(
  before: DebtItem,
  after: DebtItem,
): DebtFieldChange[] {
  return [
    ...fields.map(field => ({
      field: field as string,
      before: before[field],
      after: after[field],
    })),
    ...debtEstimateFields.map(field => ({
      field: `estimate.${field}`,
      before: before.estimate[field],
      after: after.estimate[field],
    })),
  ].filter(change => !isEqual(change.before, change.after));
}
