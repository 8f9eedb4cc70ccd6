import type { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  getCompoundEntityRef,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  type CatalogProcessor,
  type CatalogProcessorCache,
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  completeRef,
  openSloVersionAnnotation,
  sloOwnerAnnotation,
  sloRelations,
} from '@opmodel/backstage-plugin-opmodel-common';
import { OPENSLO_V1, type OpenSloMode, openSloV1Kinds } from '@opmodel/openslo';
import { emitRelations } from '../emitRelations';
import { withProcessingErrors } from '../processingErrors';
import { acceptDocument } from './acceptDocument';
import { checkOpenSloAnnotations } from './checkOpenSloAnnotations';
import { convertEntity } from './convertEntity';
import { OpenSloChecker } from './OpenSloChecker';
import { measuredBy, openSloReferences } from './openSloReferences';
import { isOpenSloVersion } from './openSloVersions';

const ownership = [RELATION_OWNED_BY, RELATION_OWNER_OF] as const;

const kinds: readonly string[] = openSloV1Kinds;

/**
 * Lets OpenSLO documents of any version be entities of the catalog: converts what the catalog would refuse, relates documents to each other,
 * to what they measure and to whoever answers for them, and shows on each what is wrong with it.
 *
 * A wrong document of `openslo/v1` stays in the catalog with its errors, so that people see them; one of an older version cannot be
 * converted while it is wrong, and is refused.
 */
export class OpenSloProcessor implements CatalogProcessor {
  readonly #checker: OpenSloChecker;

  constructor(options: { mode: OpenSloMode; urlReader: UrlReaderService }) {
    this.#checker = new OpenSloChecker(options.mode, options.urlReader);
  }

  getProcessorName(): string {
    return 'OpmodelOpenSloProcessor';
  }

  /** @throws InputError for a document of an older version that is wrong */
  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    _originLocation: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (!isOpenSloVersion(entity.apiVersion)) {
      return entity;
    }
    if (entity.apiVersion === OPENSLO_V1) {
      return acceptDocument(entity);
    }
    const errors = await this.#checker.findErrors(entity, location, cache);
    if (errors.length > 0) {
      throw new InputError(
        `The ${entity.kind} cannot be converted from ${
          entity.apiVersion
        }: ${errors.join('; ')}`,
      );
    }
    const converted = convertEntity(entity);
    for (const other of converted.others) {
      emit(processingResult.entity(location, other));
    }
    return acceptDocument(converted.entity);
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    return isDocument(entity) && kinds.includes(entity.kind);
  }

  // After everything else: before it, the catalog refuses entities with a status.
  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (!isDocument(entity)) {
      return entity;
    }
    const source = getCompoundEntityRef(entity);
    const { candidates, stated } = measuredBy(entity);
    const owner = completeRef(
      entity.metadata.annotations?.[sloOwnerAnnotation],
    );
    // Of a plain name it is not known here whether there is such an entity.
    emitRelations(
      emit,
      source,
      sloRelations.measures,
      stated ? candidates : [],
    );
    emitRelations(
      emit,
      source,
      sloRelations.references,
      openSloReferences(entity),
    );
    emitRelations(emit, source, ownership, owner === null ? [] : [owner]);
    // What was converted was right by the rules of its own version.
    const errors = isConverted(entity)
      ? []
      : await this.#checker.findErrors(entity, location, cache);
    return withProcessingErrors(entity, [
      ...(errors.length > 0
        ? [
            [`The ${entity.kind} has parts that are wrong:`, ...errors].join(
              '\n',
            ),
          ]
        : []),
      ...checkOpenSloAnnotations(entity),
    ]);
  }
}

function isDocument({ apiVersion }: Entity): boolean {
  return apiVersion === OPENSLO_V1;
}

function isConverted({ metadata }: Entity): boolean {
  return metadata.annotations?.[openSloVersionAnnotation] !== undefined;
}
