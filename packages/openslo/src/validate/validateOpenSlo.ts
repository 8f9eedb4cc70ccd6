import type { OpenSloDocument } from '../document/OpenSloDocument';
import type { OpenSloProblem } from '../document/OpenSloProblem';

/** `strict`: by the rules of OpenSLO's official SDK. `lenient`: what real documents contain is accepted, with warnings. */
export type OpenSloMode = 'strict' | 'lenient';

/**
 * Checks documents, each by the rules of its version and kind, in the order of the documents and of what stands in them.
 *
 * Both modes find the same; they differ in what is an error. Every error of `lenient` is one of `strict`.
 */
export declare function validateOpenSlo(
  documents: readonly OpenSloDocument[],
  options: { mode: OpenSloMode },
): OpenSloProblem[];
