import type { CheckType } from '../CheckType';

/** Somebody whom the catalog knows owns it. */
export const hasOwnerCheck: CheckType = {
  id: 'has-owner',
  title: 'Has an owner',
  description: 'An owner is named, and the catalog knows that owner',
  parameters: {},
  expand: () => ({
    name: 'Has an owner',
    expression: 'ownership.ownerResolves',
    value: 'ownership.highestRung',
    failureMessage: 'Nobody whom the catalog knows owns {{ entity.name }}',
    solution:
      'Name the team that answers for it in `spec.owner` of its catalog file, as a group that is in the catalog.',
  }),
};
