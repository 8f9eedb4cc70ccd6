import {
  findEscalation,
  OrganisationTree,
  readDecisionForum,
  readDecisionRights,
  readEscalationPath,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import { revisionOfSnapshot } from '../catalog/revisionOfSnapshot';
import { organisationScope } from '../catalog/scopesOf';
import { seesAll, type Visibility } from '../catalog/Visibility';
import { RevisionMemory } from '../lib/RevisionMemory';
import type { EscalationSources, FindEscalation } from './EscalationSources';
import { OperatingModel, type OperatingModelContents } from './OperatingModel';

/** Entities that one read brings. */
const PAGE = 1_000;

/** What the operating model is read from. */
const kinds = [
  'decisionrights',
  'decisionforum',
  'escalationpath',
  'group',
  'system',
  'domain',
];

/**
 * Reads how the organisation decides and escalates from the snapshot of the catalog. It is remembered until the next scan of the catalog is
 * complete, and never for a time, so that it is never older than the snapshot.
 */
export class OperatingDocuments implements EscalationSources {
  readonly #catalog: CatalogStore;
  readonly #memory = new RevisionMemory();

  constructor(options: { catalog: CatalogStore }) {
    this.#catalog = options.catalog;
  }

  /** The operating model as far as it may be seen. */
  async read(visibility: Visibility): Promise<OperatingModel> {
    const contents = await this.#memory.recall(
      'operating model',
      () => this.#revision(),
      () => this.#read(),
    );
    if (visibility.type === 'all') {
      return new OperatingModel(contents);
    }
    const { rights, forums, paths, groups, places } = contents;
    const refs = [rights, forums, paths].flatMap(documents =>
      documents.map(({ ref }) => ref),
    );
    return new OperatingModel(
      contents,
      await this.#catalog.existingRefs(
        [...refs, ...groups.keys(), ...places.keys()],
        visibility,
      ),
    );
  }

  async load(): Promise<FindEscalation> {
    const model = await this.read(seesAll);
    const { paths } = model;
    return entity => {
      const found = findEscalation(paths, {
        scopes: model.scopesOf(entity),
        about: 'incident',
        severity: null,
      });
      return found && { kind: 'document', ref: found.documentRef };
    };
  }

  async #revision(): Promise<string> {
    return revisionOfSnapshot(await this.#catalog.snapshotState());
  }

  async #read(): Promise<OperatingModelContents> {
    const [entities, childOf, { completedAt }] = await Promise.all([
      this.#readEntities(),
      this.#catalog.listRelations({ types: ['childOf'] }, seesAll),
      this.#catalog.snapshotState(),
    ]);
    const of = (...wanted: string[]) =>
      entities.filter(({ kind }) => wanted.includes(kind));
    const parents = new Map<string, string[]>();
    for (const { entityRef, targetRef } of childOf) {
      parents.set(entityRef, [...(parents.get(entityRef) ?? []), targetRef]);
    }
    return {
      rights: of('decisionrights').flatMap(({ ref, document }) => {
        const spec = readDecisionRights(document);
        return spec ? [{ ref, spec }] : [];
      }),
      forums: of('decisionforum').flatMap(({ ref, title, name, document }) => {
        const spec = readDecisionForum(document);
        return spec ? [{ ref, title: title ?? name, spec }] : [];
      }),
      paths: of('escalationpath').flatMap(({ ref, document }) => {
        const spec = readEscalationPath(document);
        return spec ? [{ ref, spec }] : [];
      }),
      groups: new Map(of('group').map(group => [group.ref, group])),
      tree: new OrganisationTree(
        of('group').map(({ ref }) => ({
          ref,
          parentRefs: parents.get(ref) ?? [],
        })),
      ),
      places: new Map(of('system', 'domain').map(place => [place.ref, place])),
      asOf: completedAt,
    };
  }

  async #readEntities(): Promise<CatalogEntity[]> {
    const entities: CatalogEntity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.listScope(
        { scopeRef: organisationScope, kinds },
        seesAll,
        { limit: PAGE, cursor },
      );
      entities.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return entities;
  }
}
