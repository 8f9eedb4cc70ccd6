import {
  BudgetExhaustedError,
  type SliContext,
  type SourceAnswer,
  type SourceClient,
  SourceRequestError,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { MeasurementProblem } from '../MeasurementProblem';
import type { PrometheusServer } from './PrometheusServer';

/** One series of an answer: its labels, and its values by epoch milliseconds. */
export interface PrometheusSeries {
  labels: Record<string, string>;
  values: Map<number, number>;
}

/** From when to when a query is evaluated, both included; epoch milliseconds. */
export interface QueryRange {
  first: number;
  last: number;
  /** Seconds between two evaluations. */
  stepSeconds: number;
}

/** The server did not answer, which is nothing that the document could change. */
export class ServerUnreachableError extends Error {
  readonly name = 'ServerUnreachableError';
}

/** After so many queries in a row that were not answered, a run asks the server no more. */
const MOST_FAILURES = 3;

const answerBody = z.object({
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        values: z.array(z.tuple([z.number(), z.string()])).optional(),
      }),
    ),
  }),
});
const refusalBody = z.object({ error: z.string() });

/** Asks one server for one run of measurements. */
export class ServerRun {
  readonly #server: PrometheusServer;
  readonly #client: SourceClient;
  readonly #signal: AbortSignal;
  #failures: ServerUnreachableError[] = [];

  constructor(server: PrometheusServer, run: SliContext) {
    this.#server = server;
    this.#client = server.connect(run);
    this.#signal = run.signal;
  }

  /**
   * Evaluates a query at each step of a time: one request (`POST /api/v1/query_range`).
   *
   * @throws MeasurementProblem when the server refuses the query, ServerUnreachableError when it does not answer, and what the signal
   *   says when the run was told to stop
   */
  async queryRange(
    query: string,
    range: QueryRange,
  ): Promise<PrometheusSeries[]> {
    return this.#server.limit.run(async () => {
      this.#signal.throwIfAborted();
      if (this.#failures.length >= MOST_FAILURES) {
        throw this.#failures[0];
      }
      const answer = await this.#ask(query, range);
      this.#failures = [];
      return readSeries(answer);
    });
  }

  async #ask(
    query: string,
    { first, last, stepSeconds }: QueryRange,
  ): Promise<SourceAnswer> {
    const { name, timeoutSeconds } = this.#server;
    try {
      return await this.#client.request('api/v1/query_range', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          query,
          start: `${first / 1000}`,
          end: `${last / 1000}`,
          step: `${stepSeconds}`,
          timeout: `${timeoutSeconds}s`,
          // Thanos otherwise leaves out what it cannot reach, and half of the events would look like all of them.
          partial_response: 'false',
        }).toString(),
        telling: [400, 422],
      });
    } catch (error) {
      this.#signal.throwIfAborted();
      if (error instanceof BudgetExhaustedError) {
        throw this.#failed(`${name}: ${error.message}`, error);
      }
      if (!(error instanceof SourceRequestError)) {
        throw error;
      }
      const { status, message } = error;
      // An answer too large to be read is the query's own affair.
      if (status !== undefined && status < 300) {
        throw new MeasurementProblem(message);
      }
      throw this.#failed(
        `Prometheus ${name} could not be asked: ${message}`,
        error,
      );
    }
  }

  #failed(message: string, cause: Error): ServerUnreachableError {
    const error = new ServerUnreachableError(message, { cause });
    this.#failures.push(error);
    return error;
  }
}

function readSeries(answer: SourceAnswer): PrometheusSeries[] {
  try {
    if (answer.status >= 400) {
      const { error } = answer.json(refusalBody);
      throw new MeasurementProblem(
        `Prometheus refuses the query: ${withoutPosition(error)}`,
      );
    }
    return answer.json(answerBody).data.result.map(({ metric, values }) => {
      if (!values) {
        throw new MeasurementProblem(
          'The query answers with histograms, and numbers are needed: take histogram_count() or histogram_quantile()',
        );
      }
      return {
        labels: metric,
        values: new Map(
          values.map(([at, value]) => [Math.round(at * 1000), toNumber(value)]),
        ),
      };
    });
  } catch (error) {
    if (error instanceof SourceRequestError) {
      throw new MeasurementProblem(error.message);
    }
    throw error;
  }
}

/** Prometheus counts characters in what was asked, which is not how the document has it. */
function withoutPosition(message: string): string {
  return message
    .replace(/^invalid parameter "query": /, '')
    .replace(/\b\d+:\d+: /, '')
    .slice(0, 300);
}

function toNumber(value: string): number {
  return Number(value.replace(/^([+-]?)Inf$/, '$1Infinity'));
}
