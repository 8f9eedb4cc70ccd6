import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  type CatalogProcessorCache,
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type DocumentFormat,
  DocumentReader,
  type DocumentReading,
} from './DocumentReader';
import { type DocumentSource, findDocumentSource } from './documentSource';

/** A reading, and where it was read. */
export interface PlacedReading<Content extends JsonValue>
  extends DocumentReading<Content> {
  /** Absent where the annotation does not say. */
  source?: DocumentSource;
}

/** What the catalog hands to a processor with an entity. */
export interface Processing {
  location: LocationSpec;
  emit: CatalogProcessorEmit;
  cache: CatalogProcessorCache;
}

/** What such a reader works with. */
export interface AnnotatedDocumentsOptions {
  urlReader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
}

/**
 * Reads the documents that an annotation of entities names, asks the catalog to refresh the entity with them, and remembers in the
 * entity's cache what was right.
 */
export class AnnotatedDocuments<Content extends JsonValue> {
  readonly #annotation: string;
  readonly #reader: DocumentReader<Content>;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #logger: LoggerService;

  constructor(
    annotation: string,
    format: DocumentFormat<Content>,
    { urlReader, integrations, logger }: AnnotatedDocumentsOptions,
  ) {
    this.#annotation = annotation;
    this.#reader = new DocumentReader(format, urlReader);
    this.#integrations = integrations;
    this.#logger = logger;
  }

  /**
   * Never throws.
   *
   * @param places - as the annotation writes them: paths beside the file of the entity, or addresses
   * @returns one reading for each place
   */
  async read(
    entity: Entity,
    places: readonly string[],
    { location, emit, cache }: Processing,
  ): Promise<PlacedReading<Content>[]> {
    const known = (await cache.get<JsonObject>(this.#annotation)) ?? {};
    const readings = await Promise.all(
      places.map(place => this.#read(entity, place, { location, emit }, known)),
    );
    const remembered = readings.flatMap(({ source, ...reading }) =>
      source ? [[idOf(source), reading]] : [],
    );
    // What is undefined is no JSON.
    await cache.set(
      this.#annotation,
      JSON.parse(JSON.stringify(Object.fromEntries(remembered))),
    );
    return readings;
  }

  async #read(
    entity: Entity,
    place: string,
    { location, emit }: Pick<Processing, 'location' | 'emit'>,
    known: JsonObject,
  ): Promise<PlacedReading<Content>> {
    let source: DocumentSource;
    try {
      source = findDocumentSource(place, location, this.#integrations);
    } catch (thrown) {
      const { message } = toError(thrown);
      return {
        error: `The annotation ${this.#annotation} cannot be used: ${message}`,
      };
    }
    const id = idOf(source);
    emit(processingResult.refresh(id));
    // What lay elsewhere is another document.
    const before = (Object.hasOwn(known, id) ? known[id] : undefined) as
      | DocumentReading<Content>
      | undefined;
    const reading = await this.#reader.read(source, before);
    if (reading.error && reading.error !== before?.error) {
      this.#logger.warn(`${stringifyEntityRef(entity)}: ${reading.error}`);
    }
    return { ...reading, source };
  }
}

function idOf({ type, target }: DocumentSource): string {
  return `${type}:${target}`;
}
