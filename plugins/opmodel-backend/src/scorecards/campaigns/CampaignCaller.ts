import type {
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { opmodelCampaignWritePermission } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { readDirectGroups } from '../../catalog/readDirectGroups';
import type { Visibility } from '../../catalog/Visibility';
import {
  personOf,
  resolveScorecardReads,
  type ScorecardCallerOptions,
} from '../ScorecardCaller';
import type { CampaignRecord } from './CampaignStore';

/** Whoever asks about campaigns. */
export interface CampaignCaller {
  /** Entity ref of the user; null for a service. */
  person: string | null;
  /** Groups that the user is directly in; none for a service. */
  groups: ReadonlySet<string>;
  /** Whether the user may begin campaigns, and change those of these groups. */
  mayWrite: boolean;
  /** Entities whose scorecards the caller may read. */
  reads: Visibility;
}

/** What it takes to find out who asks. */
export interface CampaignCallerOptions extends ScorecardCallerOptions {
  catalog: Pick<CatalogStore, 'listRelations'>;
  permissions: PermissionsService;
  userInfo: UserInfoService;
}

/**
 * Finds out who asks and what they may do.
 *
 * @throws NotAllowedError when the caller may read no scorecards at all
 */
export async function resolveCampaignCaller(
  options: CampaignCallerOptions,
  credentials: BackstageCredentials,
): Promise<CampaignCaller> {
  const reads = await resolveScorecardReads(options, credentials);
  const person = personOf(options, credentials);
  if (person === null) {
    return { person, reads, groups: new Set(), mayWrite: false };
  }
  const [{ ownershipEntityRefs }, [{ result }]] = await Promise.all([
    options.userInfo.getUserInfo(credentials),
    options.permissions.authorize(
      [{ permission: opmodelCampaignWritePermission }],
      { credentials },
    ),
  ]);
  const groups = await readDirectGroups(
    options.catalog,
    person,
    ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US')),
  );
  return {
    person,
    reads,
    groups: new Set(groups),
    mayWrite: result === AuthorizeResult.ALLOW,
  };
}

/** Somebody's own reading, without any right to change something: for lists that the engine makes. */
export function readerOf(reads: Visibility): CampaignCaller {
  return { person: null, groups: new Set(), mayWrite: false, reads };
}

/** Whether a campaign is the caller's to change: of a group of theirs, or a draft of their own. */
export function isEditor(
  { ownerRef, isDraft, createdBy }: CampaignRecord,
  { person, groups, mayWrite }: CampaignCaller,
): boolean {
  return (
    mayWrite && (groups.has(ownerRef) || (isDraft && createdBy === person))
  );
}

/**
 * The person who asks, where they may write campaigns.
 *
 * @throws NotAllowedError for a service, and without the permission
 */
export function requireCampaignWriter({
  person,
  mayWrite,
}: CampaignCaller): string {
  if (person === null) {
    throw new NotAllowedError(
      'Only people run campaigns, so that somebody answers for it; a service cannot',
    );
  }
  if (!mayWrite) {
    throw new NotAllowedError(
      `This takes the permission ${opmodelCampaignWritePermission.name}`,
    );
  }
  return person;
}

/**
 * The person who asks, where a campaign is theirs to change.
 *
 * @throws NotAllowedError for everybody else
 */
export function requireCampaignEditor(
  campaign: CampaignRecord,
  caller: CampaignCaller,
): string {
  const person = requireCampaignWriter(caller);
  if (!isEditor(campaign, caller)) {
    throw new NotAllowedError(
      `Only members of ${campaign.ownerRef}, which answers for the campaign, may change it`,
    );
  }
  return person;
}
