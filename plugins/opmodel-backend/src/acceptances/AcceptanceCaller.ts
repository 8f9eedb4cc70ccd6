import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  opmodelAcceptanceApprovePermission,
  opmodelAcceptanceReadPermission,
  opmodelAcceptanceRequestPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import { readDirectGroups } from '../catalog/readDirectGroups';
import { seesNone, type Visibility } from '../catalog/Visibility';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';

/** Whoever asks for something to be accepted, or decides. */
export interface AcceptanceCaller {
  /** Entity ref of the user; null for a service. */
  person: string | null;
  /** Refs of the user, and of the groups that the user is directly in; empty for a service. */
  refs: ReadonlySet<string>;
  /** Entities whose acceptances the caller may read. */
  reads: Visibility;
  /** Entities for which the caller may ask. */
  requests: Visibility;
  /** Entities about which the caller may decide, where an approver. */
  approves: Visibility;
}

/** What it takes to find out who asks. */
export interface AcceptanceCallerOptions {
  auth: AuthService;
  catalog: Pick<CatalogStore, 'listRelations'>;
  userInfo: UserInfoService;
  visibility: VisibilityResolver;
}

/**
 * Finds out who asks and what they may do. A service neither asks nor decides: somebody answers for it.
 *
 * @throws NotAllowedError when the caller may see nothing of acceptances at all
 */
export async function resolveAcceptanceCaller(
  options: AcceptanceCallerOptions,
  credentials: BackstageCredentials,
): Promise<AcceptanceCaller> {
  const { auth, catalog, userInfo, visibility } = options;
  const reads = await visibility.resolve(
    credentials,
    opmodelAcceptanceReadPermission,
  );
  if (reads.type === 'none') {
    throw new NotAllowedError('Reading acceptances is not allowed');
  }
  if (!auth.isPrincipal(credentials, 'user')) {
    return {
      person: null,
      refs: new Set(),
      reads,
      requests: seesNone,
      approves: seesNone,
    };
  }
  const [{ ownershipEntityRefs }, requests, approves] = await Promise.all([
    userInfo.getUserInfo(credentials),
    visibility.resolve(credentials, opmodelAcceptanceRequestPermission),
    visibility.resolve(credentials, opmodelAcceptanceApprovePermission),
  ]);
  const person = lower(credentials.principal.userEntityRef);
  const groups = await readDirectGroups(
    catalog,
    person,
    ownershipEntityRefs.map(lower),
  );
  return {
    person,
    refs: new Set([person, ...groups]),
    reads,
    requests,
    approves,
  };
}

/**
 * The person who asks.
 *
 * @param deed - what only people do, such as `decide on acceptances`
 * @throws NotAllowedError for a service
 */
export function requireAcceptancePerson(
  { person }: AcceptanceCaller,
  deed: string,
): string {
  if (person === null) {
    throw new NotAllowedError(
      `Only people ${deed}, so that somebody answers for it; a service cannot`,
    );
  }
  return person;
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
