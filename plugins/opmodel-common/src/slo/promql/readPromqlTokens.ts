/** A query that cannot be understood, in words for whoever wrote it. */
export class PromqlError extends Error {
  readonly name = 'PromqlError';
}

/** A piece of a query. Together the pieces are the query, without its comments. */
export interface PromqlToken {
  /** `labels` is a whole `{…}` and `range` a whole `[…]`, with whatever stands inside. */
  type: 'space' | 'text' | 'labels' | 'range' | 'number' | 'name' | 'sign';
  text: string;
}

const patterns: [PromqlToken['type'] | 'comment', RegExp][] = [
  ['space', /\s+/y],
  ['comment', /#[^\n]*/y],
  ['text', /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/y],
  ['labels', /\{(?:[^{}"'`]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)*\}/y],
  // Tools put placeholders such as `{{.window}}` where the range stands.
  ['range', /\[[^[\]]*\]/y],
  // Durations such as `1h30m` among them.
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[a-zA-Z0-9_]*/y],
  ['name', /[a-zA-Z_:][a-zA-Z0-9_:]*/y],
  ['sign', /[=!]~|[=!<>]=|[-+*/%^()<>,@]/y],
];

/**
 * Takes a query of Prometheus into pieces, as far as it takes to find the series that it reads. Whether it is valid, Prometheus says.
 *
 * @throws PromqlError for what is no query at all
 */
export function readPromqlTokens(query: string): PromqlToken[] {
  const tokens: PromqlToken[] = [];
  let at = 0;
  while (at < query.length) {
    const found = matchAt(query, at);
    if (!found) {
      throw new PromqlError(
        `The query cannot be read from ${JSON.stringify(
          query.slice(at, at + 12),
        )} on`,
      );
    }
    if (found.type !== 'comment') {
      tokens.push({ type: found.type, text: found.text });
    }
    at += found.text.length;
  }
  if (!tokens.some(({ type }) => type !== 'space')) {
    throw new PromqlError('The query is empty');
  }
  return tokens;
}

function matchAt(query: string, at: number) {
  for (const [type, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(query)?.[0];
    if (text) {
      return { type, text };
    }
  }
  return undefined;
}
