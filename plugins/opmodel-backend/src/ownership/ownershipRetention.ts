import { dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import type { RetentionRule } from '../retention/RetentionRule';
import type { AssessmentStore } from './AssessmentStore';

/** How long past ladders are kept, by its name in the configuration. The least lets a year be drawn. */
export const ownershipStatesLimit = {
  id: 'ownership-states',
  defaultKeepDays: null,
  minimumKeepDays: 366,
};

/** Forgets ladders that were followed by others long ago. What holds now stays, however long it has. */
export function createOwnershipRetention(options: {
  store: Pick<AssessmentStore, 'deleteEndedBefore'>;
  zone: string;
}): RetentionRule {
  const { store, zone } = options;
  return {
    ...ownershipStatesLimit,
    title: 'Past states of ownership',
    deleteBatch: ({ before, limit }) =>
      store.deleteEndedBefore(dayOf(before, zone), limit),
  };
}
