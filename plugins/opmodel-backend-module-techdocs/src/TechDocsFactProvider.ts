import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  FactSchema,
  FactValue,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  FactContext,
  FactEntity,
  FactProvider,
  ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import pLimit from 'p-limit';

const schema = {
  hasAnnotation: {
    type: 'boolean',
    description: 'It says where its documentation is',
  },
  isBuilt: {
    type: 'boolean',
    description: 'Its documentation was built and can be read',
  },
  builtAt: {
    type: 'datetime',
    description: 'When its documentation was last built',
  },
} as const satisfies FactSchema;

/** Its own documentation, or another entity whose documentation is also its own. */
const ownDocs = 'backstage.io/techdocs-ref';
const sharedDocs = 'backstage.io/techdocs-entity';

/** Sites that are asked about at a time. */
const CONCURRENCY = 8;

/** For one answer, milliseconds. */
const TIMEOUT = 15_000;

/** Of a longer problem, the beginning is told. */
const maximumProblem = 300;

/** What is known of one site. */
type Site =
  | { state: 'built'; builtAt: number | null }
  | { state: 'missing' }
  /** There is no TechDocs here. */
  | { state: 'unknown' };

/**
 * Tells which entities have documentation in TechDocs. Whether it is built is asked of the `techdocs` plugin; without that plugin it is
 * not told.
 */
export class TechDocsFactProvider implements FactProvider {
  readonly id = 'techdocs';
  readonly title = 'TechDocs';
  readonly schema = schema;
  readonly cadence = { hours: 6 };
  readonly freshness = { hours: 49 };
  readonly #discovery: DiscoveryService;
  readonly #auth: AuthService;

  constructor(options: { discovery: DiscoveryService; auth: AuthService }) {
    this.#discovery = options.discovery;
    this.#auth = options.auth;
  }

  async provide(
    entities: readonly FactEntity[],
    { signal }: FactContext,
  ): Promise<ToldFacts[]> {
    const limit = pLimit(CONCURRENCY);
    const told = await Promise.all(
      entities.map(entity => limit(() => this.#tell(entity, signal))),
    );
    signal.throwIfAborted();
    return told;
  }

  async #tell(entity: FactEntity, signal: AbortSignal): Promise<ToldFacts> {
    const { entityRef } = entity;
    try {
      const path = pathOfDocs(entity);
      if (path === undefined) {
        return { entityRef, facts: { hasAnnotation: false } };
      }
      const site = await this.#readSite(path, signal);
      return { entityRef, facts: { hasAnnotation: true, ...toFacts(site) } };
    } catch (error) {
      const problem = `TechDocs could not be asked: ${
        (error as Error).message
      }`;
      return { entityRef, problem: problem.slice(0, maximumProblem) };
    }
  }

  async #readSite(path: string, signal: AbortSignal): Promise<Site> {
    signal.throwIfAborted();
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl('techdocs'),
      this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'techdocs',
      }),
    ]);
    const response = await fetch(`${baseUrl}/metadata/techdocs/${path}`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
    });
    if (response.ok) {
      const { build_timestamp: builtAt } = await response.json();
      return {
        state: 'built',
        builtAt: Number.isSafeInteger(builtAt) ? builtAt : null,
      };
    }
    const error = await ResponseError.fromResponse(response);
    if (response.status !== 404) {
      throw error;
    }
    // Of a plugin that is not installed, nobody says what it is that was not found.
    return error.body.error.name === 'NotFoundError' && error.body.response
      ? { state: 'missing' }
      : { state: 'unknown' };
  }
}

/**
 * Where the documentation of an entity is in TechDocs; undefined where it has none.
 *
 * @throws Error where an annotation names something that no path can
 */
function pathOfDocs({
  namespace,
  kind,
  name,
  annotations,
}: FactEntity): string | undefined {
  const shared = /^([^:/]+):(?:([^:/]+)\/)?([^:/]+)$/.exec(
    annotations[sharedDocs] ?? '',
  );
  if (shared) {
    return joinPath(shared[2] ?? 'default', shared[1], shared[3]);
  }
  return annotations[ownDocs] ? joinPath(namespace, kind, name) : undefined;
}

/** An annotation must not lead to anything else that TechDocs answers. */
function joinPath(...parts: string[]): string {
  if (parts.some(part => part === '.' || part === '..')) {
    throw new Error(`${parts.join('/')} names no documentation`);
  }
  return parts.map(encodeURIComponent).join('/');
}

function toFacts(site: Site): Record<string, FactValue> {
  switch (site.state) {
    case 'built':
      return { isBuilt: true, builtAt: site.builtAt };
    case 'missing':
      return { isBuilt: false, builtAt: null };
    default:
      return {};
  }
}
