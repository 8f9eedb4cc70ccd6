import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  opmodelOwnershipReadPermission,
  opmodelOwnershipReviewPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import { seesNone, type Visibility } from '../catalog/Visibility';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';

/** Whoever asks about ownership, or changes something of it. */
export interface OwnershipCaller {
  /** Entity ref of the user; null for a service. */
  person: string | null;
  /** Refs of the user and of the groups that the user acts for; empty for a service. */
  ownershipRefs: readonly string[];
  /** Entities whose ownership the caller may read. */
  reads: Visibility;
  /** Entities whose ownership the caller may review. Whatever is reviewed is read first, so `reads` must hold it as well. */
  reviews: Visibility;
}

/** What it takes to find out who asks. */
export interface OwnershipCallerOptions {
  auth: AuthService;
  userInfo: UserInfoService;
  visibility: VisibilityResolver;
}

/**
 * Finds out whose ownership somebody may read: all that a read needs to know.
 *
 * @throws NotAllowedError when the caller may see nothing of ownership at all
 */
export async function resolveOwnershipReads(
  { visibility }: Pick<OwnershipCallerOptions, 'visibility'>,
  credentials: BackstageCredentials,
): Promise<Visibility> {
  const reads = await visibility.resolve(
    credentials,
    opmodelOwnershipReadPermission,
  );
  if (reads.type === 'none') {
    throw new NotAllowedError('Reading ownership is not allowed');
  }
  return reads;
}

/**
 * Finds out who asks and what they may do. A service reviews nothing: a confirmation is somebody's.
 *
 * @throws NotAllowedError when the caller may see nothing of ownership at all
 */
export async function resolveOwnershipCaller(
  options: OwnershipCallerOptions,
  credentials: BackstageCredentials,
): Promise<OwnershipCaller> {
  const { auth, userInfo, visibility } = options;
  const reads = await resolveOwnershipReads(options, credentials);
  if (!auth.isPrincipal(credentials, 'user')) {
    return { person: null, ownershipRefs: [], reads, reviews: seesNone };
  }
  const [{ ownershipEntityRefs }, reviews] = await Promise.all([
    userInfo.getUserInfo(credentials),
    visibility.resolve(credentials, opmodelOwnershipReviewPermission),
  ]);
  return {
    person: credentials.principal.userEntityRef,
    ownershipRefs: ownershipEntityRefs.map(ref =>
      ref.toLocaleLowerCase('en-US'),
    ),
    reads,
    reviews,
  };
}

/**
 * The person who asks.
 *
 * @param deed - what only people do, such as `confirm ownership`
 * @throws NotAllowedError for a service
 */
export function requireOwnershipPerson(
  { person }: OwnershipCaller,
  deed: string,
): string {
  if (person === null) {
    throw new NotAllowedError(
      `Only people ${deed}, so that somebody answers for it; a service cannot`,
    );
  }
  return person;
}
