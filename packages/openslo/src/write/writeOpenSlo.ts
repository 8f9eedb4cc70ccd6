import type { OpenSloDocument } from '../document/OpenSloDocument';

/**
 * Writes a document as YAML. One that came from text keeps its comments, also when it was converted since.
 *
 * @returns text that ends with a line break, without `---`
 */
export declare function writeOpenSlo(document: OpenSloDocument): string;

/** Writes several documents to one text. */
export declare function writeAllOpenSlo(
  documents: readonly OpenSloDocument[],
): string;
