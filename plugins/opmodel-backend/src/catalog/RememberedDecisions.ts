import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { PolicyDecision } from '@backstage/plugin-permission-common';
import type { EntityPermission } from './VisibilityResolver';

/** Decisions that are remembered at most, each for one person and one set of permissions. */
const keptDecisions = 1_000;

interface Remembered {
  until: number;
  decisions: Promise<PolicyDecision[]>;
}

/**
 * Asks the permission backend once for what one person asks in a short time, as the requests of one page do. It is asked through HTTP, with
 * a token that is made for it, which takes longer than most answers.
 *
 * Only decisions about what somebody may read are remembered. What somebody does is decided each time.
 */
export class RememberedDecisions {
  readonly #permissions: Pick<PermissionsService, 'authorizeConditional'>;
  readonly #rememberedMs: number;
  readonly #clock: () => number;
  readonly #kept = new Map<string, Remembered>();

  /** @param options - `rememberedMs`: for how long; 0: each is asked anew */
  constructor(options: {
    permissions: Pick<PermissionsService, 'authorizeConditional'>;
    rememberedMs: number;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#permissions = options.permissions;
    this.#rememberedMs = options.rememberedMs;
    this.#clock = options.clock;
  }

  /**
   * How the policy decides for a person, in the order of the permissions.
   *
   * @throws when the permission backend does not answer; that is not remembered
   */
  async decide(
    permissions: readonly EntityPermission[],
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<PolicyDecision[]> {
    const now = this.#clock();
    const key = JSON.stringify([
      credentials.principal,
      permissions.map(({ name }) => name),
    ]);
    const known = this.#kept.get(key);
    if (known && known.until > now) {
      return known.decisions;
    }
    const asked: Remembered = {
      until: now + this.#rememberedMs,
      decisions: this.#permissions.authorizeConditional(
        permissions.map(permission => ({ permission })),
        { credentials },
      ),
    };
    this.#kept.delete(key);
    this.#kept.set(key, asked);
    this.#forgetOld(now);
    try {
      return await asked.decisions;
    } catch (error) {
      if (this.#kept.get(key) === asked) {
        this.#kept.delete(key);
      }
      throw error;
    }
  }

  /** The oldest stand first, since each is remembered for as long. */
  #forgetOld(now: number): void {
    for (const [key, { until }] of this.#kept) {
      if (until > now && this.#kept.size <= keptDecisions) {
        return;
      }
      this.#kept.delete(key);
    }
  }
}
