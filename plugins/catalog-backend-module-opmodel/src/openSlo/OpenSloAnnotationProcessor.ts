import {
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  type CatalogProcessor,
  type CatalogProcessorCache,
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import {
  measuresAnnotation,
  openSloAnnotation,
  sloOwnerAnnotation,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { OpenSloMode } from '@opmodel/openslo';
import {
  AnnotatedDocuments,
  type AnnotatedDocumentsOptions,
  type Processing,
} from '../documents/AnnotatedDocuments';
import type { DocumentFormat } from '../documents/DocumentReader';
import { withProcessingErrors } from '../processingErrors';
import { openSloFormat } from './openSloFormat';
import { readOpenSloPlaces } from './openSloPlaces';
import { isOpenSloVersion } from './openSloVersions';

/** Most files and addresses that one annotation may name. */
const MOST_PLACES = 50;

/** Documents that were read together. */
interface OpenSloFile {
  documents: readonly JsonObject[];
  /** Where they stand. */
  location: LocationSpec;
}

/**
 * Reads the OpenSLO documents that an entity names in its annotation `opmodel.io/openslo`, and puts them into the catalog as documents
 * about that entity. What is wrong with them is an error on the entity, which otherwise stays as it is.
 */
export class OpenSloAnnotationProcessor implements CatalogProcessor {
  readonly #format: DocumentFormat<JsonObject[]>;
  readonly #documents: AnnotatedDocuments<JsonObject[]>;

  constructor(options: AnnotatedDocumentsOptions & { mode: OpenSloMode }) {
    this.#format = openSloFormat(options.mode);
    this.#documents = new AnnotatedDocuments(
      openSloAnnotation,
      this.#format,
      options,
    );
  }

  getProcessorName(): string {
    return 'OpmodelOpenSloAnnotationProcessor';
  }

  // After everything else: before it, the catalog refuses entities with a status.
  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const written = entity.metadata.annotations?.[openSloAnnotation];
    if (written === undefined || isOpenSloVersion(entity.apiVersion)) {
      return entity;
    }
    const { files, errors } = await this.#read(entity, written, {
      location,
      emit,
      cache,
    });
    const places = new Map<string, string>();
    for (const file of files) {
      for (const document of file.documents) {
        const emitted = documentAbout(entity, document);
        const ref = stringifyEntityRef(emitted);
        const place = places.get(ref);
        if (place === undefined) {
          places.set(ref, file.location.target);
          emit(processingResult.entity(file.location, emitted));
        } else {
          errors.push(
            `The ${emitted.kind} ${emitted.metadata.name} in ${file.location.target} is not used: there is one of that name in ${place}`,
          );
        }
      }
    }
    return withProcessingErrors(entity, errors);
  }

  async #read(
    entity: Entity,
    written: string,
    processing: Processing,
  ): Promise<{ files: OpenSloFile[]; errors: string[] }> {
    const { text, places } = readOpenSloPlaces(written);
    const refuse = (problems: readonly string[]) =>
      [`The annotation ${openSloAnnotation} is wrong:`, ...problems].join('\n');
    if (text !== undefined) {
      const { content, problems } = this.#format.parse(text);
      return {
        files: [{ documents: content ?? [], location: processing.location }],
        errors: problems.length > 0 ? [refuse(problems)] : [],
      };
    }
    const readings = await this.#documents.read(
      entity,
      places.slice(0, MOST_PLACES),
      processing,
    );
    return {
      files: readings.flatMap(({ content, source }) =>
        content && source ? [{ documents: content, location: source }] : [],
      ),
      errors: [
        ...(places.length === 0 ? [refuse(['it must name a file'])] : []),
        ...(places.length > MOST_PLACES
          ? [refuse([`it must name at most ${MOST_PLACES} files`])]
          : []),
        ...readings.flatMap(({ error }) => error ?? []),
      ],
    };
  }
}

/** A document as an entity beside the one that names it. What it says itself comes first. */
function documentAbout(about: Entity, document: JsonObject): Entity {
  const { metadata, kind } = document as unknown as Entity;
  const owner = ownerOf(about);
  return {
    ...(document as unknown as Entity),
    metadata: {
      ...metadata,
      namespace: about.metadata.namespace ?? DEFAULT_NAMESPACE,
      annotations: {
        ...(kind === 'SLO' && {
          [measuresAnnotation]: stringifyEntityRef(about),
        }),
        ...(owner !== null && { [sloOwnerAnnotation]: owner }),
        ...metadata.annotations,
      },
    },
  };
}

/** The ref of whom `spec.owner` names. */
function ownerOf({ metadata, spec }: Entity): string | null {
  if (typeof spec?.owner !== 'string') {
    return null;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(spec.owner, {
        defaultKind: 'group',
        defaultNamespace: metadata.namespace ?? DEFAULT_NAMESPACE,
      }),
    );
  } catch {
    return null;
  }
}
