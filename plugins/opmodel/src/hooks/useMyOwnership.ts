import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import {
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** As many owners as the API takes in one request. */
const MOST_OWNERS = 100;

/** Who the signed-in user owns things as. */
export interface MyOwnership {
  /** The user and the groups whose things are theirs, as entity refs. */
  ownerRefs: string[];
  /** The groups among them. */
  groupRefs: string[];
}

/** Asks the identity of the signed-in user for what it owns things as. */
export function useMyOwnership(): QueryState<MyOwnership> {
  const identityApi = useApi(identityApiRef);
  return useQueryState({
    key: 'identity',
    subject: 'identity',
    request: async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      return {
        ownerRefs: ownershipEntityRefs.slice(0, MOST_OWNERS),
        groupRefs: ownershipEntityRefs.filter(ref => ref.startsWith('group:')),
      };
    },
  });
}
