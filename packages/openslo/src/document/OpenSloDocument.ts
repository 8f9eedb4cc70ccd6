import type { OpenSloPath } from './OpenSloPath';

/** A place in a text; both count from 1. */
export interface OpenSloPosition {
  line: number;
  column: number;
}

/** One OpenSLO document, valid or not, from text or not. */
export interface OpenSloDocument<Value extends object = object> {
  /** What was written, as plain data: a map, unless the document is broken. It is not to be changed in place. */
  readonly value: Value;
  /** As written; absent when it is no text. */
  readonly apiVersion?: string;
  /** As written; absent when it is no text. */
  readonly kind?: string;
  /** `metadata.name` as written; absent when it is no text. */
  readonly name?: string;
  /** Place among the documents of a text, from 0. */
  readonly index: number;
  readonly file?: string;
  /**
   * Where a value stands in the text; of a value that is missing, where the nearest thing around it stands.
   *
   * @returns undefined when the document did not come from text
   */
  positionOf(path: OpenSloPath): OpenSloPosition | undefined;
}

/** Where a document came from. All of it may be left out. */
export interface OpenSloDocumentOrigin {
  /** Place among the documents that are looked at together; 0 unless given. */
  index?: number;
  file?: string;
  positionOf?: OpenSloDocument['positionOf'];
}

/** Makes a document of plain data, such as an entity of a catalog. Its problems name a path and no line. */
export function documentOf<Value extends object>(
  value: Value,
  origin: OpenSloDocumentOrigin = {},
): OpenSloDocument<Value> {
  const { index = 0, file, positionOf = () => undefined } = origin;
  const { apiVersion, kind, metadata } = value as Record<string, unknown>;
  const name =
    typeof metadata === 'object' && metadata !== null
      ? (metadata as Record<string, unknown>).name
      : undefined;
  return {
    value,
    ...(typeof apiVersion === 'string' && { apiVersion }),
    ...(typeof kind === 'string' && { kind }),
    ...(typeof name === 'string' && { name }),
    index,
    ...(file !== undefined && { file }),
    positionOf,
  };
}
