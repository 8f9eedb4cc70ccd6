import { documentOf, type OpenSloDocument } from '../document/OpenSloDocument';
import { formatPath, type OpenSloPath } from '../document/OpenSloPath';
import type {
  OpenSloProblem,
  OpenSloSeverity,
} from '../document/OpenSloProblem';
import { isMap } from '../document/isMap';
import { mapOf } from '../document/readPlain';
import { keepSource, sourceOf } from '../document/sources';
import { OPENSLO_V1, type OpenSloV1Object } from '../versions/v1';
import type { OpenSloV1Document } from './convertToV1';

/** Keeps, as JSON by path, what has no place in `openslo/v1`. */
export const UNCONVERTED_ANNOTATION = 'opmodel.io/openslo-unconverted';

/** Says of which version a converted document was. */
export const CONVERTED_FROM_ANNOTATION = 'opmodel.io/openslo-converted-from';

const MAX_NAME = 63;

/** Converts one document: collects what has no place, and the documents that it becomes. */
export class Conversion {
  readonly #source: OpenSloDocument;
  readonly #dataSources: Set<string>;
  readonly #problems: OpenSloProblem[];
  readonly #unconverted: Record<string, unknown> = {};

  /** @param dataSources - names that are taken; names of new data sources are added */
  constructor(
    source: OpenSloDocument,
    dataSources: Set<string>,
    problems: OpenSloProblem[],
  ) {
    this.#source = source;
    this.#dataSources = dataSources;
    this.#problems = problems;
  }

  add(
    severity: OpenSloSeverity,
    rule: string,
    path: OpenSloPath,
    message: string,
    value?: unknown,
  ): void {
    const { index, file } = this.#source;
    this.#problems.push({
      severity,
      rule,
      path: formatPath(path),
      ...(value !== undefined && { value }),
      message,
      document: index,
      ...(file !== undefined && { file }),
      ...this.#source.positionOf(path),
    });
  }

  /** Keeps in an annotation what has no place. */
  keep(path: OpenSloPath, value: unknown, why: string): void {
    const key = formatPath(path);
    this.#unconverted[key] = value;
    this.add(
      'warning',
      'kept-in-annotation',
      path,
      `${why} It is kept in the annotation ${UNCONVERTED_ANNOTATION}.`,
      value,
    );
  }

  /** Metadata without the labels whose keys have a domain, which `openslo/v1` does not know. */
  convertMetadata(metadata: unknown, path: OpenSloPath): unknown {
    const { labels, ...rest } = mapOf(metadata);
    if (!isMap(labels)) {
      return metadata;
    }
    const entries = Object.entries(labels);
    for (const [key, value] of entries.filter(hasDomain)) {
      this.keep(
        [...path, 'labels', key],
        value,
        'The key of a label has no domain in v1.',
      );
    }
    const known = entries.filter(entry => !hasDomain(entry));
    return {
      ...rest,
      ...((known.length > 0 || entries.length === 0) && {
        labels: Object.fromEntries(known),
      }),
    };
  }

  /** A name that no data source has yet, made of the document's own. */
  nameDataSource(): string {
    const stem = shorten(this.#source.name ?? 'unnamed', '-data-source');
    let name = stem;
    for (let count = 2; this.#dataSources.has(name); count++) {
      name = shorten(stem, `-${count}`);
    }
    this.#dataSources.add(name);
    return name;
  }

  /**
   * The converted document.
   *
   * @param locate - where in the source a value of the converted document stands
   */
  finish(
    spec: unknown,
    locate: (path: OpenSloPath) => OpenSloPath,
    name?: string,
  ): OpenSloV1Document {
    const { value, kind, apiVersion, index, file } = this.#source;
    const { apiVersion: _, metadata, spec: __, ...rest } = mapOf(value);
    const ownMetadata = this.convertMetadata(metadata, ['metadata']);
    const converted = {
      apiVersion: OPENSLO_V1,
      ...rest,
      kind,
      metadata: this.#annotate(mapOf(ownMetadata), apiVersion!, name),
      ...(spec !== undefined && { spec }),
    };
    const document = documentOf(converted as unknown as OpenSloV1Object, {
      index,
      file,
      positionOf: path => this.#source.positionOf(locate(path)),
    });
    return keepSource(document, sourceOf(this.#source));
  }

  /** A document that stood inside of this one. */
  detach(value: OpenSloV1Object, path: OpenSloPath): OpenSloV1Document {
    const { index, file } = this.#source;
    return documentOf(value, {
      index,
      file,
      positionOf: ([, ...rest]) => this.#source.positionOf([...path, ...rest]),
    });
  }

  #annotate(
    metadata: Record<string, unknown>,
    apiVersion: string,
    name: string | undefined,
  ): Record<string, unknown> {
    const isKept = Object.keys(this.#unconverted).length > 0;
    return {
      ...metadata,
      ...(name !== undefined && { name }),
      annotations: {
        ...mapOf(metadata.annotations),
        [CONVERTED_FROM_ANNOTATION]: apiVersion,
        ...(isKept && {
          [UNCONVERTED_ANNOTATION]: JSON.stringify(this.#unconverted),
        }),
      },
    };
  }
}

function hasDomain([key]: [string, unknown]): boolean {
  return key.includes('/');
}

/** A name with an ending, within the length that names have. */
export function shorten(name: string, ending: string): string {
  return `${name.slice(0, MAX_NAME - ending.length)}${ending}`;
}
