/** Days before the record begins. */
export const beginningOfTime = '0000-01-01';

/**
 * A stretch of time in which something held for an entity: `from` is in it, `to` no longer, and without `to` it lasts.
 * `T` is an ISO day or an instant; both compare with `<`.
 */
export interface Span<T extends string | number> {
  /** What held: the ref of a scope or of an owner; undefined for no owner. */
  ref: string | undefined;
  from: T;
  to?: T;
}

function bySpan<T extends string | number>(a: Span<T>, b: Span<T>): number {
  if (a.from !== b.from) {
    return a.from < b.from ? -1 : 1;
  }
  return (a.ref ?? '') < (b.ref ?? '') ? -1 : 1;
}

/** Spans by their beginning, and those that begin together by what held. */
export function sortSpans<T extends string | number>(
  spans: readonly Span<T>[],
): Span<T>[] {
  return [...spans].sort(bySpan);
}

/**
 * Carries the spans of one entity on to the present.
 *
 * What no longer holds ends at `at`, or disappears when it had only begun there. What holds again without a gap goes on in
 * its old span. What is new begins at `since`.
 *
 * @param stored - the spans known so far
 * @param holding - what holds now
 * @param at - the present day or instant
 * @param since - beginning of what is new: `at`, or the beginning of time for an entity never seen before
 * @returns all spans of the entity, in order; those of one ref do not overlap
 */
export function diffSpans<T extends string | number>(
  stored: readonly Span<T>[],
  holding: Iterable<string | undefined>,
  { at, since }: { at: T; since: T },
): Span<T>[] {
  const missing = new Set(holding);
  const spans: Span<T>[] = [];
  // Newest first, so that of two ended spans the later one is continued.
  for (const span of sortSpans(stored).reverse()) {
    const lasts = span.to === undefined || span.to >= at;
    if (lasts && missing.has(span.ref)) {
      missing.delete(span.ref);
      spans.push({ ref: span.ref, from: span.from });
    } else if (span.to !== undefined && span.to <= at) {
      spans.push(span);
    } else if (span.from < at) {
      spans.push({ ref: span.ref, from: span.from, to: at });
    }
  }
  for (const ref of missing) {
    spans.push({ ref, from: since });
  }
  return sortSpans(spans);
}

/**
 * Replaces what is known before a day or instant by what a history says.
 *
 * @param spans - the spans known so far
 * @param history - what held before `until`, in any order
 * @param until - end of the history; spans after it stay
 * @param concerns - which refs the history speaks about; spans of others stay as they are
 */
export function rewritePast<T extends string | number>(
  spans: readonly Span<T>[],
  history: readonly Span<T>[],
  until: T,
  concerns: (ref: string | undefined) => boolean,
): Span<T>[] {
  const later = spans.flatMap(span => {
    if (!concerns(span.ref) || span.from >= until) {
      return [span];
    }
    return span.to !== undefined && span.to <= until
      ? []
      : [{ ...span, from: until }];
  });
  const merged: Span<T>[] = [];
  for (const span of sortSpans([...history, ...later])) {
    const before = merged.findIndex(
      earlier => earlier.ref === span.ref && earlier.to === span.from,
    );
    if (before >= 0) {
      const { from } = merged[before];
      merged[before] =
        span.to === undefined
          ? { ref: span.ref, from }
          : { ref: span.ref, from, to: span.to };
    } else {
      merged.push(span);
    }
  }
  return sortSpans(merged);
}
