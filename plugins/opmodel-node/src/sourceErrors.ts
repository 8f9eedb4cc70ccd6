/** The outside system could not be asked, or it answered with an error. */
export class SourceRequestError extends Error {
  readonly name = 'SourceRequestError';
  /** Status of the answer, or undefined where there was none. */
  readonly status: number | undefined;
  /** Before this instant the outside system asks not to be asked again, epoch milliseconds. */
  readonly retryAt: number | undefined;

  constructor(
    message: string,
    options: { status?: number; retryAt?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.status = options.status;
    this.retryAt = options.retryAt;
  }
}

/**
 * The run has used its share of what the outside system allows, or the outside system has closed its window. The engine holds
 * the collector back until then and does not count the run as a failure.
 */
export class BudgetExhaustedError extends Error {
  readonly name = 'BudgetExhaustedError';
  /** When the collector may go on, epoch milliseconds. */
  readonly retryAt: number;

  constructor(message: string, options: { retryAt: number }) {
    super(message);
    this.retryAt = options.retryAt;
  }
}
