import { type PromqlToken, readPromqlTokens } from './readPromqlTokens';

/** Series that a query selects. */
export interface PromqlSelector {
  type: 'selector';
  /** Name of the metric; null: the labels choose among several. */
  metric: string | null;
  /** `http_requests_total{code="500"}`, as it is written. */
  series: string;
  /** What stands in the brackets: `5m`; null: there are none. */
  range: string | null;
  /** What shifts it in time, as it is written: ` offset 1h`. */
  shift: string;
}

/** A part of a query: series, the name of a function or an aggregation, the range of a subquery, or whatever stands between. */
export type PromqlPart =
  | PromqlSelector
  | { type: 'function' | 'subquery' | 'other'; text: string };

/** What is followed by names of labels in parentheses. */
const LABEL_LISTS = new Set([
  'by',
  'without',
  'on',
  'ignoring',
  'group_left',
  'group_right',
]);

const WORDS = new Set([
  ...LABEL_LISTS,
  'and',
  'or',
  'unless',
  'atan2',
  'bool',
  'inf',
  'nan',
]);

const AGGREGATIONS = new Set([
  'sum',
  'min',
  'max',
  'avg',
  'group',
  'stddev',
  'stdvar',
  'count',
  'count_values',
  'bottomk',
  'topk',
  'quantile',
  'limitk',
  'limit_ratio',
]);

class QueryReader {
  readonly #tokens: PromqlToken[];
  #at = 0;

  constructor(tokens: PromqlToken[]) {
    this.#tokens = tokens;
  }

  read(): PromqlPart[] {
    const parts: PromqlPart[] = [];
    while (this.#at < this.#tokens.length) {
      parts.push(this.#readPart());
    }
    return parts;
  }

  #readPart(): PromqlPart {
    const token = this.#take();
    if (token.type === 'labels') {
      return this.#readSelector(token.text);
    }
    if (token.type === 'range') {
      return { type: 'subquery', text: token.text };
    }
    if (token.type !== 'name') {
      return { type: 'other', text: token.text };
    }
    const word = token.text.toLowerCase();
    if (word === 'offset') {
      return { type: 'other', text: token.text };
    }
    if (LABEL_LISTS.has(word) && this.#next()?.text === '(') {
      return { type: 'other', text: token.text + this.#takeParentheses() };
    }
    if (this.#next()?.text === '(') {
      return { type: 'function', text: token.text };
    }
    if (WORDS.has(word)) {
      return { type: 'other', text: token.text };
    }
    if (
      AGGREGATIONS.has(word) &&
      ['by', 'without'].includes(this.#next()?.text.toLowerCase() ?? '')
    ) {
      return { type: 'function', text: token.text };
    }
    return this.#readSelector(token.text);
  }

  #readSelector(begin: string): PromqlSelector {
    const hasName = !begin.startsWith('{');
    const labels =
      hasName && this.#next()?.type === 'labels' ? this.#takeNext() : '';
    const range = this.#next()?.type === 'range' ? this.#takeNext() : null;
    return {
      type: 'selector',
      metric: hasName ? begin : readMetricOfLabels(begin),
      series: begin + labels,
      range: range === null ? null : range.slice(1, -1).trim(),
      shift: this.#takeShift(),
    };
  }

  /** Any number of `offset 5m` and `@ 1600000000`, `@ start()`. */
  #takeShift(): string {
    let shift = '';
    for (;;) {
      const next = this.#next()?.text.toLowerCase();
      if (next === 'offset') {
        shift += ` ${this.#takeNext()} `;
        shift += this.#next()?.text === '-' ? this.#takeNext() : '';
        shift += this.#next() ? this.#takeNext() : '';
      } else if (next === '@') {
        shift += ` ${this.#takeNext()} `;
        shift += this.#next() ? this.#takeNext() : '';
        shift += this.#next()?.text === '(' ? this.#takeParentheses() : '';
      } else {
        return shift;
      }
    }
  }

  /** From the next `(` to the `)` that closes it. */
  #takeParentheses(): string {
    let text = '';
    let depth = 0;
    do {
      const { text: piece } = this.#take();
      depth += Number(piece === '(') - Number(piece === ')');
      text += piece;
    } while (
      (depth > 0 || !text.includes('(')) &&
      this.#at < this.#tokens.length
    );
    return text;
  }

  /** The next piece that is no space. */
  #next(): PromqlToken | undefined {
    let at = this.#at;
    while (this.#tokens[at]?.type === 'space') {
      at += 1;
    }
    return this.#tokens[at];
  }

  #takeNext(): string {
    let token = this.#take();
    while (token.type === 'space') {
      token = this.#take();
    }
    return token.text;
  }

  #take(): PromqlToken {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }
}

/**
 * Finds the series that a query reads.
 *
 * @returns the whole query in its order
 * @throws PromqlError for what is no query at all
 */
export function readPromqlQuery(query: string): PromqlPart[] {
  return new QueryReader(readPromqlTokens(query)).read();
}

/** Puts a query together again. */
export function writePromqlQuery(parts: readonly PromqlPart[]): string {
  return parts
    .map(part => (part.type === 'selector' ? writeSelector(part) : part.text))
    .join('')
    .trim();
}

function writeSelector({ series, range, shift }: PromqlSelector): string {
  return `${series}${range === null ? '' : `[${range}]`}${shift}`;
}

function readMetricOfLabels(labels: string): string | null {
  return (
    /^\{\s*"((?:[^"\\]|\\.)*)"\s*[,}]/.exec(labels)?.[1] ??
    /(?:^|[{,\s])__name__\s*=\s*["'`]([^"'`]*)["'`]/.exec(labels)?.[1] ??
    null
  );
}
