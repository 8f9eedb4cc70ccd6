import type { OpenSloDocument } from '../document/OpenSloDocument';
import type { OpenSloProblem } from '../document/OpenSloProblem';
import type { OpenSloV1Object } from '../versions/v1';

/** A document of `openslo/v1`. Its value is as good as its source: convert what is valid. */
export type OpenSloV1Document = OpenSloDocument<OpenSloV1Object>;

/** What came of converting documents. */
export interface OpenSloConversion {
  documents: OpenSloV1Document[];
  problems: OpenSloProblem[];
}

/**
 * Converts documents of `openslo/v1alpha` and `openslo.com/v2alpha` to `openslo/v1`; those of `openslo/v1` stay as they are.
 *
 * Nothing is lost: what has no place in `openslo/v1` is kept in an annotation, and a warning says so.
 */
export declare function convertToV1(
  documents: readonly OpenSloDocument[],
): OpenSloConversion;
