import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import type {
  OwnershipReviewPage,
  OwnershipReviewState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  useRowPages,
  type QueryState,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';

/** As many owners as the API takes in one request. */
const MOST_OWNERS = 100;
const ROWS = 25;

const states: readonly OwnershipReviewState[] = [
  'overdue',
  'due',
  'never',
  'verified',
];

/** Which reviews are shown: kept in the URL. */
export interface ReviewParams {
  whose: 'mine' | 'everybody';
  state: OwnershipReviewState | 'any';
  set(changed: Partial<Pick<ReviewParams, 'whose' | 'state'>>): void;
}

/** Reads the filter of the page of reviews from the URL. */
export function useReviewParams(): ReviewParams {
  const [params, setParams] = useSearchParams();
  const asked = params.get('state');
  const current = {
    whose:
      params.get('whose') === 'everybody'
        ? ('everybody' as const)
        : ('mine' as const),
    state: states.find(state => state === asked) ?? ('any' as const),
  };
  return {
    ...current,
    set(changed) {
      const { whose, state } = { ...current, ...changed };
      setParams(before => {
        const after = new URLSearchParams(before);
        after.delete('whose');
        after.delete('state');
        if (whose === 'everybody') {
          after.set('whose', whose);
        }
        if (state !== 'any') {
          after.set('state', state);
        }
        return after;
      });
    },
  };
}

/** The groups and the user as whom the signed-in user owns things. */
export function useMyOwnerRefs(): QueryState<string[]> {
  const identityApi = useApi(identityApiRef);
  return useQueryState({
    key: 'identity',
    subject: 'identity',
    request: async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      return ownershipEntityRefs.slice(0, MOST_OWNERS);
    },
  });
}

/**
 * What is to be confirmed, a page at a time.
 *
 * @param owners - whose; undefined for everybody's
 * @param options - `enabled`: false while it is not known whose
 */
export function useOwnershipReviews(
  owners: string[] | undefined,
  state: OwnershipReviewState | 'any',
  options: { enabled: boolean },
): RowPages<OwnershipReviewPage> {
  const api = useOpmodelApi();
  const filter = {
    ...(owners && { owner: owners, descendants: true }),
    ...(state !== 'any' && { state }),
  };
  return useRowPages(
    {
      filter,
      requestPage: (page, signal) =>
        api.listOwnershipReviews({ ...filter, ...page }, { signal }),
    },
    { rowsPerPage: ROWS, enabled: options.enabled, subject: 'reviews' },
  );
}
