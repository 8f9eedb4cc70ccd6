import {
  openSloDocumentOf,
  openSloApiVersion,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  documentOf,
  indexDocuments,
  type OpenSloDocument,
  type OpenSloIndex,
  openSloV1Kinds,
} from '@opmodel/openslo';
import { groupBy } from 'lodash';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import { seesAll } from '../../catalog/Visibility';

/** Entities that one read brings. */
const PAGE = 1_000;

/** The kinds of OpenSLO as the catalog has them in refs. */
export const openSloEntityKinds = openSloV1Kinds.map(kind =>
  kind.toLowerCase(),
);

/** An OpenSLO document with the entity that it is. */
export interface OpenSloEntityDocument {
  entity: CatalogEntity;
  document: OpenSloDocument;
}

/** The OpenSLO documents of the catalog. OpenSLO knows no namespaces: what a document refers to is in its own. */
export interface OpenSloEntities {
  slos: OpenSloEntityDocument[];
  /** What there is to refer to, by namespace. */
  indexes: ReadonlyMap<string, OpenSloIndex>;
  /** Entities of Service documents, by ref. */
  services: ReadonlyMap<string, CatalogEntity>;
}

/** Reads the OpenSLO documents from the snapshot of the catalog. */
export async function readOpenSloEntities(
  catalog: Pick<CatalogStore, 'listScope'>,
): Promise<OpenSloEntities> {
  const documents: OpenSloEntityDocument[] = [];
  let cursor: string | undefined;
  do {
    const page = await catalog.listScope(
      { scopeRef: organisationScope, kinds: openSloEntityKinds },
      seesAll,
      { limit: PAGE, cursor },
    );
    documents.push(
      ...page.items.flatMap(entity => readOpenSloEntity(entity) ?? []),
    );
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return {
    slos: documents.filter(({ entity }) => entity.kind === 'slo'),
    indexes: new Map(
      Object.entries(groupBy(documents, ({ entity }) => entity.namespace)).map(
        ([namespace, of]) => [
          namespace,
          indexDocuments(
            of
              .filter(({ entity }) => entity.kind !== 'slo')
              .map(({ document }) => document),
          ),
        ],
      ),
    ),
    services: new Map(
      documents
        .filter(({ entity }) => entity.kind === 'service')
        .map(({ entity }) => [entity.ref, entity]),
    ),
  };
}

/**
 * The document that an entity is. The names of the kinds are common words: those of others have no `apiVersion` of OpenSLO.
 *
 * @returns undefined where it is none
 */
export function readOpenSloEntity(
  entity: CatalogEntity,
): OpenSloEntityDocument | undefined {
  const { document: kept = {} } = entity;
  if (kept.apiVersion !== openSloApiVersion) {
    return undefined;
  }
  return {
    entity,
    document: documentOf(
      openSloDocumentOf({
        apiVersion: openSloApiVersion,
        kind: openSloV1Kinds.find(kind => kind.toLowerCase() === entity.kind)!,
        name: entity.name,
        title: entity.title,
        annotations: entity.annotations,
        labels: entity.labels,
        opensloAnnotations: kept.opensloAnnotations,
        opensloLabels: kept.opensloLabels,
        spec: kept.spec,
      }),
      { file: sourceOf(entity) },
    ),
  };
}

/** File or address from which the catalog read an entity. */
function sourceOf({ annotations }: CatalogEntity): string | undefined {
  const location =
    annotations['backstage.io/managed-by-location'] ??
    annotations['backstage.io/managed-by-origin-location'];
  return location?.replace(/^[a-z]+:/, '');
}
