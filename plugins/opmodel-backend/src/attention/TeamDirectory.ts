import type { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_HAS_MEMBER,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** A group with those who are directly in it. */
export interface Team {
  ref: string;
  title: string;
  /** Refs of users. */
  members: string[];
}

/** Knows who is in a group. */
export interface TeamDirectory {
  /** The groups among the refs that there are. */
  list(groupRefs: readonly string[]): Promise<Team[]>;
}

/** Groups that one request to the catalog asks for. */
const AT_ONCE = 100;

/**
 * Asks the catalog. Members of the groups below a group are not its members: what they need to know, their own group is told.
 */
export class CatalogTeamDirectory implements TeamDirectory {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  async list(groupRefs: readonly string[]): Promise<Team[]> {
    const teams: Team[] = [];
    for (let at = 0; at < groupRefs.length; at += AT_ONCE) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs: groupRefs.slice(at, at + AT_ONCE),
          fields: [
            'kind',
            'metadata.namespace',
            'metadata.name',
            'metadata.title',
            'spec.profile',
            'relations',
          ],
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      for (const group of items) {
        if (group) {
          const members = (group.relations ?? [])
            .filter(({ type }) => type === RELATION_HAS_MEMBER)
            .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
            .filter(ref => parseEntityRef(ref).kind === 'user');
          teams.push({
            ref: stringifyEntityRef(group),
            title: titleOf(group),
            members: [...new Set(members)].sort(),
          });
        }
      }
    }
    return teams;
  }
}

function titleOf(group: {
  metadata: { name: string; title?: string };
  spec?: { profile?: unknown };
}): string {
  const { displayName } = (group.spec?.profile ?? {}) as {
    displayName?: string;
  };
  return group.metadata.title ?? displayName ?? group.metadata.name;
}
