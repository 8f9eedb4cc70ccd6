import type { TableColumns } from '@opmodel/backstage-plugin-opmodel-react';
import type { OwnershipSortField } from '../../hooks/ownershipSort';

const all = [
  'entity',
  'kind',
  'type',
  'tier',
  'lifecycle',
  'system',
  'owner',
  'rungs',
  'gaps',
  'review',
  'due',
] as const;

/** A column of the table. */
export type OwnershipColumnId = (typeof all)[number];

/** The columns with what shows of them until somebody chooses otherwise. */
export const ownershipTable: TableColumns<OwnershipColumnId> = {
  all,
  usual: ['entity', 'kind', 'tier', 'owner', 'rungs', 'gaps', 'review', 'due'],
};

/** What is sorted when the head of a column is pressed; the others are not sortable. */
export const ownershipSortFields: Partial<
  Record<OwnershipColumnId, OwnershipSortField>
> = {
  entity: 'name',
  tier: 'tier',
  rungs: 'rung',
  review: 'reviewed',
  due: 'due',
};
