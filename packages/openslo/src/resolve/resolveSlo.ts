import type { OpenSloDocument } from '../document/OpenSloDocument';
import type { OpenSloProblem } from '../document/OpenSloProblem';
import type { OpenSloIndex } from './indexDocuments';
import type { ResolvedSlo } from './ResolvedSlo';

/** What came of resolving an SLO. */
export interface SloResolution {
  /** Null when nothing can be made of the document: it is no SLO, or has no objective with a target. */
  slo: ResolvedSlo | null;
  problems: OpenSloProblem[];
}

/**
 * Puts in place what an SLO refers to: its indicator, data sources, alert policies with their conditions and targets, and service.
 *
 * It takes what it can: an objective whose indicator cannot be found has none, and the problems say so.
 *
 * @param slo - of any version
 * @param documents - what it may refer to, of any version; an index, when there are many SLOs
 */
export declare function resolveSlo(
  slo: OpenSloDocument,
  documents: readonly OpenSloDocument[] | OpenSloIndex,
): SloResolution;
