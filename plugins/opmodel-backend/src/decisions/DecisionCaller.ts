import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  opmodelDecisionReadPermission,
  opmodelDecisionWritePermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import { seesNone, type Visibility } from '../catalog/Visibility';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';

/** Whoever reads, enters or changes decisions. */
export interface DecisionCaller {
  /** Entity ref of the user; null for a service. */
  person: string | null;
  /** Entities whose rights and decisions the caller may read. */
  reads: Visibility;
  /** Entities about which the caller may enter decisions. */
  writes: Visibility;
}

/**
 * Finds out whose rights and decisions somebody may read: all that a read of documents needs to know.
 *
 * @throws NotAllowedError when the caller may see nothing of decisions at all
 */
export async function resolveDecisionReads(
  { visibility }: { visibility: VisibilityResolver },
  credentials: BackstageCredentials,
): Promise<Visibility> {
  const reads = await visibility.resolve(
    credentials,
    opmodelDecisionReadPermission,
  );
  if (reads.type === 'none') {
    throw new NotAllowedError('Reading decisions is not allowed');
  }
  return reads;
}

/**
 * Finds out who asks and what they may do. A service decides nothing.
 *
 * @throws NotAllowedError when the caller may see nothing of decisions at all
 */
export async function resolveDecisionCaller(
  options: { auth: AuthService; visibility: VisibilityResolver },
  credentials: BackstageCredentials,
): Promise<DecisionCaller> {
  const { auth, visibility } = options;
  const reads = await resolveDecisionReads(options, credentials);
  if (!auth.isPrincipal(credentials, 'user')) {
    return { person: null, reads, writes: seesNone };
  }
  return {
    person: credentials.principal.userEntityRef,
    reads,
    writes: await visibility.resolve(
      credentials,
      opmodelDecisionWritePermission,
    ),
  };
}

/**
 * The person who asks.
 *
 * @throws NotAllowedError for a service
 */
export function requireDecisionPerson({ person }: DecisionCaller): string {
  if (person === null) {
    throw new NotAllowedError(
      'Only people enter decisions, so that somebody answers for it; a service cannot',
    );
  }
  return person;
}
