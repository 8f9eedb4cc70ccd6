/** A span of time: from its first instant up to, and without, its end. Epoch milliseconds. */
export interface SloSpan {
  from: number;
  to: number;
}

/** The spans in order of time, those that touch or overlap made into one, empty ones left out. */
export function mergeSpans(spans: readonly SloSpan[]): SloSpan[] {
  const merged: SloSpan[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (last !== undefined && from <= last.to) {
      last.to = Math.max(last.to, to);
    } else if (to > from) {
      merged.push({ from, to });
    }
  }
  return merged;
}

/** What of the spans lies in another one, in order of time. */
export function clipSpans(
  spans: readonly SloSpan[],
  { from, to }: SloSpan,
): SloSpan[] {
  return mergeSpans(
    spans.map(span => ({
      from: Math.max(span.from, from),
      to: Math.min(span.to, to),
    })),
  );
}

/** What of a span lies in none of the others, in order of time. */
export function subtractSpans(
  span: SloSpan,
  others: readonly SloSpan[],
): SloSpan[] {
  const left: SloSpan[] = [];
  let { from } = span;
  for (const hole of clipSpans(others, span)) {
    left.push({ from, to: hole.from });
    from = hole.to;
  }
  left.push({ from, to: span.to });
  return left.filter(part => part.from < part.to);
}

/** How long the spans are together, where they overlap once. Seconds. */
export function spanSeconds(spans: readonly SloSpan[]): number {
  return mergeSpans(spans).reduce(
    (seconds, { from, to }) => seconds + (to - from) / 1_000,
    0,
  );
}
