import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  opmodelDoraCorrectPermission,
  opmodelDoraReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import { seesNone, type Visibility } from '../catalog/Visibility';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';

/** Whoever asks for, corrects or disputes numbers. */
export interface DoraCaller {
  /** Entity ref of the user; null for a service. */
  person: string | null;
  /** Entities whose numbers the caller may read. */
  reads: Visibility;
  /** Entities whose facts the caller may correct. Whatever is corrected is read first, so `reads` must hold it as well. */
  corrects: Visibility;
}

/**
 * Finds out whose numbers somebody may read: all that a read needs to know.
 *
 * @throws NotAllowedError when the caller may see nothing of DORA at all
 */
export async function resolveDoraReads(
  { visibility }: { visibility: VisibilityResolver },
  credentials: BackstageCredentials,
): Promise<Visibility> {
  const reads = await visibility.resolve(
    credentials,
    opmodelDoraReadPermission,
  );
  if (reads.type === 'none') {
    throw new NotAllowedError('Reading DORA metrics is not allowed');
  }
  return reads;
}

/**
 * Finds out who asks and what they may do. A service corrects nothing: a decision is somebody's.
 *
 * @throws NotAllowedError when the caller may see nothing of DORA at all
 */
export async function resolveDoraCaller(
  options: { auth: AuthService; visibility: VisibilityResolver },
  credentials: BackstageCredentials,
): Promise<DoraCaller> {
  const { auth, visibility } = options;
  const reads = await resolveDoraReads(options, credentials);
  if (!auth.isPrincipal(credentials, 'user')) {
    return { person: null, reads, corrects: seesNone };
  }
  return {
    person: credentials.principal.userEntityRef,
    reads,
    corrects: await visibility.resolve(
      credentials,
      opmodelDoraCorrectPermission,
    ),
  };
}

/**
 * The person who asks.
 *
 * @param deed - what only people do, such as `correct facts`
 * @throws NotAllowedError for a service
 */
export function requirePerson({ person }: DoraCaller, deed: string): string {
  if (person === null) {
    throw new NotAllowedError(
      `Only people ${deed}, so that somebody answers for it; a service cannot`,
    );
  }
  return person;
}
