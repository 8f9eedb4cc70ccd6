import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { isEqual } from 'lodash';
import type { CatalogStore } from './CatalogStore';
import { compileCondition } from './compileCondition';
import { RememberedDecisions } from './RememberedDecisions';
import {
  type EntityCondition,
  seesAll,
  seesNone,
  type Visibility,
} from './Visibility';

/** Refs that one request to the catalog asks for. */
const catalogChunk = 500;

/**
 * Size of one request to the permission backend, in characters. Each ref travels with the permission, and on to the
 * catalog with all conditions; both ends take 100 kB.
 */
const permissionRequestSize = 60_000;

/** How long an answer of the catalog is used. Milliseconds. */
const answerMs = 10_000;

/** A permission whose decisions are about catalog entities. */
export type EntityPermission = ResourcePermission<'catalog-entity'>;

/** What the resolver works with. */
export interface VisibilityResolverOptions {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  store: CatalogStore;
  /** For how long a decision of the permission backend about a person is used; 0: each time anew. Milliseconds. */
  rememberedMs: number;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** A decision that the snapshot cannot answer. */
interface OpenQuestion {
  permission: EntityPermission;
  decision: PolicyDecision;
}

/**
 * Finds out which entities a caller may see: those that the catalog lets them read **and** that the permission of the
 * subject covers.
 */
export class VisibilityResolver {
  readonly #options: VisibilityResolverOptions;
  readonly #remembered: RememberedDecisions;
  readonly #answers = new Map<
    string,
    { until: number; refs: Promise<ReadonlySet<string>> }
  >();

  constructor(options: VisibilityResolverOptions) {
    this.#options = options;
    this.#remembered = new RememberedDecisions(options);
  }

  /**
   * Resolves the visibility of one request, with one call to the permission backend.
   *
   * A service is authorised by its listed permission alone, because its token cannot be passed on to the catalog.
   *
   * @param permission - the read permission of the subject
   * @throws when the permission backend or the catalog does not answer: nothing is shown then
   */
  async resolve(
    credentials: BackstageCredentials,
    permission: EntityPermission,
  ): Promise<Visibility> {
    const { auth } = this.#options;
    if (auth.isPrincipal(credentials, 'service')) {
      const [decision] = await this.#askPolicy([permission], credentials);
      return decision.result === AuthorizeResult.ALLOW ? seesAll : seesNone;
    }

    const asked = [catalogEntityReadPermission, permission];
    // By other permissions than those to read, somebody is let do something: that is asked each time.
    const decisions =
      permission.attributes.action === 'read'
        ? await this.#remember(asked, credentials)
        : await this.#askPolicy(asked, credentials);
    const { visibility, questions } = combine(asked, decisions);
    return questions.length === 0
      ? visibility
      : this.#ask(credentials, visibility, questions);
  }

  /**
   * Resolves the visibility of one request together with what the caller may do, with one call to the permission backend. It is for telling
   * what may be done: doing it is decided by {@link resolve}.
   *
   * @param permission - the read permission of the subject
   * @param deeds - what else is asked
   * @returns `mayDo`: in the order of the deeds, for which entities the caller has them; undefined where only the catalog can tell, which
   *   is not asked
   */
  async resolveWithDeeds(
    credentials: BackstageCredentials,
    permission: EntityPermission,
    deeds: readonly EntityPermission[],
  ): Promise<{ visibility: Visibility; mayDo: (Visibility | undefined)[] }> {
    const { auth } = this.#options;
    const isService = auth.isPrincipal(credentials, 'service');
    const asked = [
      ...(isService ? [] : [catalogEntityReadPermission]),
      permission,
      ...deeds,
    ];
    const decisions = await this.#remember(asked, credentials);
    const own = decisions.slice(asked.length - deeds.length - 1);
    if (isService) {
      const [visibility, ...mayDo] = own.map(({ result }) =>
        result === AuthorizeResult.ALLOW ? seesAll : seesNone,
      );
      return { visibility, mayDo };
    }
    const [read, ...others] = [permission, ...deeds].map((one, at) =>
      combine([catalogEntityReadPermission, one], [decisions[0], own[at]]),
    );
    return {
      visibility:
        read.questions.length === 0
          ? read.visibility
          : await this.#ask(credentials, read.visibility, read.questions),
      mayDo: others.map(({ visibility, questions }) =>
        questions.length === 0 ? visibility : undefined,
      ),
    };
  }

  #askPolicy(
    permissions: readonly EntityPermission[],
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision[]> {
    return this.#options.permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
  }

  /** Decisions about a service are found in its token, without asking anybody. */
  #remember(
    permissions: readonly EntityPermission[],
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision[]> {
    return this.#options.auth.isPrincipal(credentials, 'user')
      ? this.#remembered.decide(permissions, credentials)
      : this.#askPolicy(permissions, credentials);
  }

  /** Has every entity of a visibility decided by whoever knows the rules. */
  async #ask(
    credentials: BackstageCredentials,
    visibility: Visibility,
    questions: OpenQuestion[],
  ): Promise<Visibility> {
    const { auth } = this.#options;
    const decide = () => this.#decide(credentials, visibility, questions);
    if (!auth.isPrincipal(credentials, 'user')) {
      return { type: 'refs', refs: await decide() };
    }
    const now = this.#options.clock();
    for (const [key, answer] of this.#answers) {
      if (answer.until <= now) {
        this.#answers.delete(key);
      }
    }
    const key = JSON.stringify([
      credentials.principal.userEntityRef,
      visibility,
      questions,
    ]);
    const known = this.#answers.get(key);
    if (known) {
      return { type: 'refs', refs: await known.refs };
    }
    const refs = decide();
    this.#answers.set(key, { until: now + answerMs, refs });
    try {
      return { type: 'refs', refs: await refs };
    } catch (error) {
      this.#answers.delete(key);
      throw error;
    }
  }

  async #decide(
    credentials: BackstageCredentials,
    visibility: Visibility,
    questions: OpenQuestion[],
  ): Promise<ReadonlySet<string>> {
    let refs = await this.#options.store.listRefs(visibility);
    for (const question of questions) {
      refs =
        question.permission.name === catalogEntityReadPermission.name
          ? await this.#readable(credentials, refs)
          : await this.#permitted(credentials, question, refs);
    }
    return new Set(refs);
  }

  /** The refs among `refs` that the catalog gives to the caller. */
  async #readable(
    credentials: BackstageCredentials,
    refs: string[],
  ): Promise<string[]> {
    const readable: string[] = [];
    for (const chunk of chunksOf(refs, catalogChunk)) {
      const { items } = await this.#options.catalog.getEntitiesByRefs(
        {
          entityRefs: chunk,
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
        },
        { credentials },
      );
      for (const entity of items) {
        if (entity) {
          readable.push(stringifyEntityRef(entity));
        }
      }
    }
    return readable;
  }

  /** The refs among `refs` for which the caller has the permission. */
  async #permitted(
    credentials: BackstageCredentials,
    { permission, decision }: OpenQuestion,
    refs: string[],
  ): Promise<string[]> {
    const permitted: string[] = [];
    const characters = JSON.stringify([permission, decision]).length + 250;
    const size = Math.max(1, Math.floor(permissionRequestSize / characters));
    for (const chunk of chunksOf(refs, Math.min(size, catalogChunk))) {
      const decisions = await this.#options.permissions.authorize(
        chunk.map(resourceRef => ({ permission, resourceRef })),
        { credentials },
      );
      permitted.push(
        ...chunk.filter(
          (_, i) => decisions[i]?.result === AuthorizeResult.ALLOW,
        ),
      );
    }
    return permitted;
  }
}

/** What decisions come to together, and what of them the snapshot cannot answer. Whatever is denied is denied altogether. */
function combine(
  asked: readonly EntityPermission[],
  decisions: readonly PolicyDecision[],
): { visibility: Visibility; questions: OpenQuestion[] } {
  const conditions: EntityCondition[] = [];
  const questions: OpenQuestion[] = [];
  for (const [i, decision] of decisions.entries()) {
    if (decision.result === AuthorizeResult.DENY) {
      return { visibility: seesNone, questions: [] };
    }
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      const condition =
        decision.pluginId === 'catalog'
          ? compileCondition(decision.conditions)
          : undefined;
      if (condition) {
        // Policies often limit both by the same condition, which needs to be met once.
        if (!conditions.some(one => isEqual(one, condition))) {
          conditions.push(condition);
        }
      } else {
        questions.push({ permission: asked[i], decision });
      }
    }
  }
  return {
    visibility:
      conditions.length === 0
        ? seesAll
        : { type: 'condition', condition: { allOf: conditions } },
    questions,
  };
}

function* chunksOf<T>(items: T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) {
    yield items.slice(at, at + size);
  }
}
