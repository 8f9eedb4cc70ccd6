import type { OpenSloProblem } from '../document/OpenSloProblem';

/** What came of formatting a text. */
export interface OpenSloFormat {
  /** As it was, when it cannot be read. */
  text: string;
  problems: OpenSloProblem[];
}

/**
 * Sets YAML or JSON the usual way: two spaces, no folded lines, one line break at the end. Comments, order and unknown fields stay.
 * Formatting what is formatted changes nothing.
 */
export declare function formatOpenSlo(
  text: string,
  options?: { file?: string },
): OpenSloFormat;
