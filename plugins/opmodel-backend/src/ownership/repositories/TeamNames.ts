import type { CatalogEntity } from '../../catalog/CatalogStore';

/** Annotation by which a group says which team of GitHub it is: `org/team` or `team`. */
export const teamSlugAnnotation = 'github.com/team-slug';

/** Finds the group that an owner of a CODEOWNERS file means. */
export class TeamNames {
  readonly #groups: readonly CatalogEntity[];
  readonly #namespace: string;

  /**
   * @param groups - that may be seen
   * @param namespace - of the entity, whose groups come before those of others
   */
  constructor(groups: readonly CatalogEntity[], namespace: string) {
    this.#groups = groups;
    this.#namespace = namespace;
  }

  /**
   * By the annotation, by name, by title, in this order. Where several groups have one name, that of the organisation's namespace, of
   * the entity's, or of `default` is meant; what stays ambiguous is not guessed.
   *
   * @param owner - as the file has it: `@org/team`; people and addresses are no team
   */
  find(owner: string): CatalogEntity | undefined {
    const path = /^@([^@].*\/[^/]+)$/.exec(owner)?.[1].toLowerCase();
    if (path === undefined) {
      return undefined;
    }
    const organisation = path.slice(0, path.indexOf('/'));
    const team = path.slice(path.lastIndexOf('/') + 1);
    const slugOf = ({ annotations }: CatalogEntity) =>
      annotations[teamSlugAnnotation]?.trim().replace(/^@/, '').toLowerCase();
    return (
      this.#one(group => slugOf(group) === path, organisation) ??
      this.#one(group => slugOf(group) === team, organisation) ??
      this.#one(
        // A group that says that it is another team is not this one.
        group => group.name === team && !slugOf(group)?.includes('/'),
        organisation,
      ) ??
      this.#one(
        group =>
          asSlug(group.title ?? '') === team && !slugOf(group)?.includes('/'),
        organisation,
      )
    );
  }

  #one(
    matches: (group: CatalogEntity) => boolean,
    organisation: string,
  ): CatalogEntity | undefined {
    const found = this.#groups.filter(matches);
    if (found.length <= 1) {
      return found[0];
    }
    for (const wanted of [organisation, this.#namespace, 'default']) {
      const within = found.filter(({ namespace }) => namespace === wanted);
      if (within.length > 0) {
        return within.length === 1 ? within[0] : undefined;
      }
    }
    return undefined;
  }
}

/** As code hosts write the name of a team in an address. */
function asSlug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
