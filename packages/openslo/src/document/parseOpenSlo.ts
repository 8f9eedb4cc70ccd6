import type { OpenSloDocument } from './OpenSloDocument';
import type { OpenSloProblem } from './OpenSloProblem';

/** What a text held. */
export interface OpenSloParse {
  documents: OpenSloDocument[];
  /** Of the text alone: what is neither YAML nor JSON, and what is no document. */
  problems: OpenSloProblem[];
}

/**
 * Reads YAML or JSON: one document or several, or a list of them. It never throws for what the text says.
 *
 * @param options.file - repeated in problems
 */
export declare function parseOpenSlo(
  text: string,
  options?: { file?: string },
): OpenSloParse;
