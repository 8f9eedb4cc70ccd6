import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotModifiedError, toError } from '@backstage/errors';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import {
  documentOf,
  type OpenSloMode,
  parseOpenSlo,
  validateOpenSlo,
} from '@opmodel/openslo';
import { readDocumentText } from '../documents/readDocumentText';
import { MAX_OPENSLO_LENGTH } from './openSloFormat';
import { printOpenSloErrors } from './openSloProblems';
import { catalogMetadataFields, writtenDocument } from './writtenDocument';

/** What is remembered of a source that has errors. */
interface Remembered {
  mode: OpenSloMode;
  etag: string;
  errors: string[];
}

const cacheKey = 'source';

/** Checks documents that are entities. */
export class OpenSloChecker {
  readonly mode: OpenSloMode;
  readonly #urlReader: UrlReaderService;

  constructor(mode: OpenSloMode, urlReader: UrlReaderService) {
    this.mode = mode;
    this.#urlReader = urlReader;
  }

  /**
   * What is wrong with a document, a line each. An entity does not know where it stands in its file, so that the file of a document with
   * errors is read once more for their lines.
   */
  async findErrors(
    entity: Entity,
    location: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<string[]> {
    const document = documentOf(writtenDocument(entity));
    const errors = printOpenSloErrors(
      validateOpenSlo([document], {
        mode: this.mode,
        metadataFields: catalogMetadataFields,
      }),
    );
    if (errors.length === 0) {
      return [];
    }
    const located = await this.#readErrors(entity, location, cache);
    // Where the file says something else by now, the catalog has yet to read it.
    return located.length === errors.length ? located : errors;
  }

  async #readErrors(
    entity: Entity,
    { type, target }: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<string[]> {
    if (type !== 'file' && type !== 'url') {
      return [];
    }
    const known = (await cache.get(cacheKey)) as unknown as
      | Remembered
      | undefined;
    const before = known?.mode === this.mode ? known : undefined;
    try {
      const { text, etag } = await readDocumentText(
        { type, target },
        this.#urlReader,
        { etag: before?.etag, maxLength: MAX_OPENSLO_LENGTH },
      );
      const errors = this.#errorsIn(text, entity);
      if (etag !== undefined) {
        await cache.set(cacheKey, { mode: this.mode, etag, errors });
      }
      return errors;
    } catch (thrown) {
      // Without its lines a document is as wrong as with them.
      return toError(thrown).name === NotModifiedError.name
        ? before?.errors ?? []
        : [];
    }
  }

  #errorsIn(text: string, { kind, metadata }: Entity): string[] {
    const document = parseOpenSlo(text).documents.find(
      candidate => candidate.kind === kind && candidate.name === metadata.name,
    );
    return document
      ? printOpenSloErrors(
          validateOpenSlo([document], {
            mode: this.mode,
            metadataFields: catalogMetadataFields,
          }),
        )
      : [];
  }
}
