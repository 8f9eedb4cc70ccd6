import type {
  FactSchema,
  FactValue,
} from '@opmodel/backstage-plugin-opmodel-common';
import { maximumSetSize } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  FactEntity,
  FactProvider,
  ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { kindOfRef } from '../../catalog/scopesOf';
import { seesAll } from '../../catalog/Visibility';

/** Name in expressions: `catalog.lifecycle`. */
export const catalogProviderId = 'catalog';

const docsAnnotations = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];

/** Relations that are counted, by the name of the fact. */
const countedRelations = {
  providesApis: 'providesApi',
  consumesApis: 'consumesApi',
  dependsOn: 'dependsOn',
} as const;

const schema = {
  kind: { type: 'string', description: 'Kind, in lower case' },
  namespace: { type: 'string', description: 'Namespace' },
  name: { type: 'string', description: 'Name' },
  title: { type: 'string', description: 'Title; none: it has only its name' },
  hasTitle: { type: 'boolean', description: 'Whether it has a title' },
  hasDescription: {
    type: 'boolean',
    description: 'Whether it has a description that is not blank',
  },
  descriptionLength: {
    type: 'integer',
    unit: 'characters',
    description: 'Length of its description; 0: it has none',
  },
  type: { type: 'string', description: 'Type, as service or library' },
  lifecycle: {
    type: 'string',
    description: 'Lifecycle, as production or experimental',
  },
  tier: {
    type: 'string',
    description: 'Tier, from the annotation or label that the engine reads',
  },
  tags: { type: 'set', description: 'Its tags' },
  labels: { type: 'set', description: 'Its labels, each as key=value' },
  annotations: { type: 'set', description: 'Names of its annotations' },
  links: { type: 'integer', description: 'Number of its links' },
  hasOwner: { type: 'boolean', description: 'Whether it names an owner' },
  ownerRef: { type: 'string', description: 'Ref of its owner' },
  ownerKind: {
    type: 'string',
    description: 'Kind of its owner, as group or user',
  },
  hasSystem: { type: 'boolean', description: 'Whether it is part of a system' },
  systemRef: { type: 'string', description: 'Ref of its system' },
  domainRef: {
    type: 'string',
    description: 'Ref of its domain, or of the domain of its system',
  },
  hasDocs: {
    type: 'boolean',
    description: 'Whether an annotation says where its documentation is',
  },
  hasSourceLocation: {
    type: 'boolean',
    description: 'Whether an annotation says where its source is',
  },
  providesApis: {
    type: 'integer',
    countsOthers: true,
    description: 'APIs that it provides',
  },
  consumesApis: {
    type: 'integer',
    countsOthers: true,
    description: 'APIs that it consumes',
  },
  dependsOn: {
    type: 'integer',
    countsOthers: true,
    description: 'Components and resources that it depends on',
  },
  firstSeenAt: {
    type: 'datetime',
    description: 'When the engine first saw it in the catalog',
  },
} satisfies FactSchema;

/** Tells what the catalog says of entities. */
export class CatalogFacts implements FactProvider {
  readonly id = catalogProviderId;
  readonly title = 'Catalog';
  readonly schema: FactSchema = schema;
  readonly cadence = { hours: 1 };
  readonly freshness = { days: 1 };
  readonly followsCatalog = true;
  readonly #catalog: Pick<CatalogStore, 'getEntities' | 'listRelations'>;

  constructor(options: {
    catalog: Pick<CatalogStore, 'getEntities' | 'listRelations'>;
  }) {
    this.#catalog = options.catalog;
  }

  async provide(entities: readonly FactEntity[]): Promise<ToldFacts[]> {
    const refs = entities.map(({ entityRef }) => entityRef);
    const [kept, relations] = await Promise.all([
      this.#catalog.getEntities(refs, seesAll),
      this.#catalog.listRelations(
        { types: Object.values(countedRelations), entityRefs: refs },
        seesAll,
      ),
    ]);
    const known = new Map(kept.map(entity => [entity.ref, entity]));
    const counts = new Map<string, number>();
    for (const { entityRef, type } of relations) {
      const key = `${type} ${entityRef}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return entities.flatMap(entity => {
      const { entityRef } = entity;
      const stored = known.get(entityRef);
      if (!stored) {
        return [];
      }
      const links = stored.document?.links;
      return {
        entityRef,
        facts: {
          ...describe(entity),
          links: Array.isArray(links) ? links.length : 0,
          firstSeenAt: stored.firstSeenAt,
          ...Object.fromEntries(
            Object.entries(countedRelations).map(([name, type]) => [
              name,
              counts.get(`${type} ${entityRef}`) ?? 0,
            ]),
          ),
        },
      };
    });
  }
}

function describe(entity: FactEntity): Record<string, FactValue> {
  const { annotations, description = '', ownerRef } = entity;
  return {
    kind: entity.kind,
    namespace: entity.namespace,
    name: entity.name,
    title: entity.title ?? null,
    hasTitle: entity.title !== undefined,
    hasDescription: description.trim() !== '',
    descriptionLength: description.length,
    type: entity.type ?? null,
    lifecycle: entity.lifecycle ?? null,
    tier: entity.tier ?? null,
    tags: toSet(entity.tags),
    labels: toSet(
      Object.entries(entity.labels).map(([key, value]) => `${key}=${value}`),
    ),
    annotations: toSet(Object.keys(annotations)),
    hasOwner: ownerRef !== undefined,
    ownerRef: ownerRef ?? null,
    ownerKind: ownerRef === undefined ? null : kindOfRef(ownerRef),
    hasSystem: entity.systemRef !== undefined,
    systemRef: entity.systemRef ?? null,
    domainRef: entity.domainRef ?? null,
    hasDocs: docsAnnotations.some(name => Object.hasOwn(annotations, name)),
    hasSourceLocation: Object.hasOwn(
      annotations,
      'backstage.io/source-location',
    ),
  };
}

/** The first of many, in order, so that an entity with very many still can be judged. */
function toSet(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort().slice(0, maximumSetSize);
}
