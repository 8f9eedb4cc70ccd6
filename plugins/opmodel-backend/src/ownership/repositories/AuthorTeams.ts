import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, RELATION_MEMBER_OF } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Addresses that one request to the catalog asks for; they travel in its address. */
const AT_ONCE = 50;

/** Finds the teams of the people who wrote something, in the catalog as it is now. It keeps nothing of what it is asked. */
export class AuthorTeams {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  /**
   * @param addresses - in whatever case
   * @returns refs of the groups that a person is directly in, by address in lower case
   * @throws an error that names nobody when the catalog does not answer
   */
  async teamsOf(
    addresses: readonly string[],
  ): Promise<Map<string, readonly string[]>> {
    const asked = [...new Set(addresses.map(lower))];
    const teams = new Map<string, readonly string[]>();
    for (let at = 0; at < asked.length; at += AT_ONCE) {
      const wanted = new Set(asked.slice(at, at + AT_ONCE));
      for (const user of await this.#listUsers([...wanted])) {
        const address = addressOf(user);
        const groups = groupsOf(user);
        if (address && wanted.has(address) && groups.length > 0) {
          const others = teams.get(address) ?? [];
          teams.set(address, [...new Set([...others, ...groups])]);
        }
      }
    }
    return teams;
  }

  async #listUsers(addresses: string[]): Promise<Entity[]> {
    try {
      const { items } = await this.#catalog.getEntities(
        {
          filter: { kind: 'User', 'spec.profile.email': addresses },
          fields: ['spec.profile.email', 'relations'],
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      return items;
    } catch {
      // What the catalog says of a failed request may repeat the addresses.
      throw new Error('The catalog did not tell who is in which team');
    }
  }
}

function addressOf({ spec }: Entity): string | undefined {
  const profile = spec?.profile as { email?: unknown } | undefined;
  return typeof profile?.email === 'string' ? lower(profile.email) : undefined;
}

function groupsOf({ relations }: Entity): string[] {
  return (relations ?? [])
    .filter(({ type }) => type === RELATION_MEMBER_OF)
    .map(({ targetRef }) => lower(targetRef))
    .filter(ref => ref.startsWith('group:'));
}

function lower(text: string): string {
  return text.trim().toLocaleLowerCase('en-US');
}
