import type { Document, YAMLMap } from 'yaml';
import type { OpenSloDocument } from './OpenSloDocument';

/** What a document was read from, so that it can be written back with its comments. */
export interface DocumentSource {
  yaml: Document;
  /** The document's own part: all of the YAML document, or an item of its list. */
  node: YAMLMap;
}

// Beside the documents rather than in them, so that documents stay plain and can be compared.
const sources = new WeakMap<OpenSloDocument, DocumentSource>();

export function sourceOf(
  document: OpenSloDocument,
): DocumentSource | undefined {
  return sources.get(document);
}

/** Remembers what a document was read from, or what it was made of. */
export function keepSource<Kept extends OpenSloDocument>(
  document: Kept,
  source: DocumentSource | undefined,
): Kept {
  if (source) {
    sources.set(document, source);
  }
  return document;
}
