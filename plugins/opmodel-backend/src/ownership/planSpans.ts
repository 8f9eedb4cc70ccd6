import type { AssessedState } from './AssessmentStore';

/** A span that holds now, as far as it is compared. */
export interface OpenSpan extends AssessedState {
  /** ISO day. */
  fromDay: string;
}

/** What is to be written. */
export interface SpanPlan {
  /** Refs of entities whose span ends with the day. */
  closed: string[];
  /** Refs of entities whose span goes without a trace: it began on the same day. */
  dropped: string[];
  /** The spans that begin, or that replace those which they continue. */
  written: OpenSpan[];
}

/**
 * Plans what an assessment changes.
 *
 * @param open - the spans that hold now, of everything that was assessed
 * @param states - what was found
 * @param day - ISO day of the assessment
 */
export function planSpans(
  open: Iterable<OpenSpan>,
  states: Iterable<AssessedState>,
  day: string,
): SpanPlan {
  const plan: SpanPlan = { closed: [], dropped: [], written: [] };
  const known = new Map([...open].map(span => [span.entityRef, span]));
  for (const state of states) {
    const { entityRef } = state;
    const span = known.get(entityRef);
    known.delete(entityRef);
    if (!span) {
      plan.written.push({ ...state, fromDay: day });
    } else if (shapeOf(state) !== shapeOf(span)) {
      // A day holds what it ended with.
      const begins = span.fromDay < day;
      (begins ? plan.closed : plan.dropped).push(entityRef);
      plan.written.push({ ...state, fromDay: begins ? day : span.fromDay });
    } else if (evidenceOf(state) !== evidenceOf(span)) {
      plan.dropped.push(entityRef);
      plan.written.push({ ...state, fromDay: span.fromDay });
    }
  }
  for (const { entityRef, fromDay } of known.values()) {
    (fromDay < day ? plan.closed : plan.dropped).push(entityRef);
  }
  return plan;
}

/** What makes a span another. */
function shapeOf({ ownerRef, tier, reached, gaps }: AssessedState): string {
  return JSON.stringify([ownerRef, tier, reached, gaps]);
}

/** What may differ within a span. */
function evidenceOf({ rungs, verifiedAt, expiresAt }: AssessedState): string {
  return JSON.stringify([rungs, verifiedAt, expiresAt]);
}
