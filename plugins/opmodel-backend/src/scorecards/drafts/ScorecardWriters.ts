import type {
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { opmodelScorecardWritePermission } from '@opmodel/backstage-plugin-opmodel-common';
import type { ScorecardStore } from '../definitions/ScorecardStore';
import { personOf } from '../ScorecardCaller';
import {
  scorecardPermissionResourceRef,
  scorecardPermissionRules,
  type ScorecardResource,
} from './scorecardPermissionRules';

/** Whoever asks, and what they may write. */
export interface ScorecardWriter {
  /** Entity ref of the user; null for a service. */
  person: string | null;
  /** Whether there may be a scorecard that the user may write. */
  mayWriteSome: boolean;
  mayWrite(scorecard: ScorecardResource): boolean;
}

/** What writers are found by. */
export interface ScorecardWritersOptions {
  auth: AuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  scorecards: Pick<ScorecardStore, 'get'>;
}

/** Finds out who may write which scorecards. Only people do, so that somebody answers for what is asked of everyone. */
export class ScorecardWriters {
  readonly #options: ScorecardWritersOptions;

  constructor(options: ScorecardWritersOptions) {
    this.#options = options;
  }

  /** Lets permission policies know what they decide about. Call it once, while the plugin is put together. */
  register(): void {
    const { permissionsRegistry, scorecards } = this.#options;
    permissionsRegistry.addResourceType({
      resourceRef: scorecardPermissionResourceRef,
      rules: Object.values(scorecardPermissionRules),
      getResources: refs =>
        Promise.all(
          refs.map(async ref => {
            const kept = await scorecards.get(ref.toLocaleLowerCase('en-US'));
            return kept && resourceOf(kept.definition);
          }),
        ),
    });
  }

  async resolve(credentials: BackstageCredentials): Promise<ScorecardWriter> {
    const { permissions, permissionsRegistry } = this.#options;
    const person = personOf(this.#options, credentials);
    if (person === null) {
      return { person, mayWriteSome: false, mayWrite: () => false };
    }
    const [decision] = await permissions.authorizeConditional(
      [{ permission: opmodelScorecardWritePermission }],
      { credentials },
    );
    const authorize = createConditionAuthorizer(
      permissionsRegistry.getPermissionRuleset(scorecardPermissionResourceRef),
    );
    return {
      person,
      mayWriteSome: decision.result !== AuthorizeResult.DENY,
      mayWrite: scorecard => authorize(decision, scorecard),
    };
  }
}

/** What policies decide about, of a scorecard. */
export function resourceOf({
  ref,
  owner,
}: {
  ref: string;
  owner?: string;
}): ScorecardResource {
  return { ref, ownerRef: owner ?? null };
}

/**
 * The person who asks, where there may be something that they may write.
 *
 * @throws NotAllowedError for a service, and without the permission
 */
export function requireWriter({
  person,
  mayWriteSome,
}: ScorecardWriter): string {
  if (person === null) {
    throw new NotAllowedError(
      'Only people write scorecards, so that somebody answers for what is asked; a service cannot',
    );
  }
  if (!mayWriteSome) {
    throw new NotAllowedError(
      `This takes the permission ${opmodelScorecardWritePermission.name}`,
    );
  }
  return person;
}

/** @throws NotAllowedError where somebody may not write any of these */
export function requireWritable(
  writer: ScorecardWriter,
  scorecards: readonly ScorecardResource[],
): void {
  const refused = scorecards.find(scorecard => !writer.mayWrite(scorecard));
  if (refused) {
    throw new NotAllowedError(
      // Whoever answers for it may be hidden from whoever asks.
      `This takes the permission ${opmodelScorecardWritePermission.name} for ${refused.ref}`,
    );
  }
}
