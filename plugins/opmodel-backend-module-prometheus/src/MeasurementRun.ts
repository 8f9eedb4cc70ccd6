import type { SliBucket } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  SliAnswer,
  SliContext,
  SliRequest,
} from '@opmodel/backstage-plugin-opmodel-node';
import { MeasurementProblem } from './MeasurementProblem';
import { combineParts, readParts } from './queries/combineParts';
import {
  type MeasurementPart,
  type MeasurementPlan,
  planMeasurement,
} from './queries/planMeasurement';
import { type PartValues, readBuckets } from './queries/readBuckets';
import type { PrometheusServer } from './servers/PrometheusServer';
import type { PrometheusServers } from './servers/PrometheusServers';
import {
  type PrometheusSeries,
  type QueryRange,
  ServerRun,
  ServerUnreachableError,
} from './servers/ServerRun';

/** Values of one answer: Prometheus gives at most 11,000, and a long answer keeps it busy. */
const MOST_STEPS = 2_880;

/** Measures what the engine asks for in one call. Equal questions are asked once. */
export class MeasurementRun {
  readonly #servers: PrometheusServers;
  readonly #context: SliContext;
  readonly #runs = new Map<PrometheusServer, ServerRun>();
  readonly #requests = new Map<PrometheusServer, number>();
  readonly #asked = new Map<string, Promise<PrometheusSeries[]>>();

  constructor(servers: PrometheusServers, context: SliContext) {
    this.#servers = servers;
    this.#context = context;
  }

  /**
   * @returns the answer, or the error of a server that could not be asked
   * @throws what the signal says when the run was told to stop
   */
  async answer(
    request: SliRequest,
  ): Promise<SliAnswer | ServerUnreachableError> {
    const { id } = request;
    let queries: string[] = [];
    try {
      const plan = planMeasurement(
        request.indicator,
        request.comparison,
        request.bucketSeconds,
      );
      queries = plan.parts.map(({ query }) => query);
      return { id, buckets: await this.#measure(plan, request), queries };
    } catch (error) {
      if (error instanceof MeasurementProblem) {
        return { id, problem: error.message, queries };
      }
      if (error instanceof ServerUnreachableError) {
        return error;
      }
      throw error;
    }
  }

  async #measure(
    plan: MeasurementPlan,
    { from, to }: SliRequest,
  ): Promise<SliBucket[]> {
    const asked = groupByServer(
      plan.parts.map(part => ({
        part,
        server: this.#servers.find(part.source),
      })),
    );
    const values: PartValues = {};
    for (const range of splitTime(from, to, plan)) {
      await Promise.all(
        [...asked].map(async ([server, parts]) => {
          const series = await this.#askOnce(
            server,
            combineParts(parts),
            range,
          );
          for (const [role, told] of readParts(parts, series)) {
            values[role] = new Map([...(values[role] ?? []), ...told]);
          }
        }),
      );
    }
    return readBuckets(plan, values);
  }

  #askOnce(
    server: PrometheusServer,
    query: string,
    range: QueryRange,
  ): Promise<PrometheusSeries[]> {
    const { first, last, stepSeconds } = range;
    const key = JSON.stringify([server.name, query, first, last, stepSeconds]);
    const answer =
      this.#asked.get(key) ?? this.#runOf(server).queryRange(query, range);
    this.#asked.set(key, answer);
    return answer;
  }

  #runOf(server: PrometheusServer): ServerRun {
    const run =
      this.#runs.get(server) ??
      new ServerRun(server, {
        ...this.#context,
        // Each server counts for itself, and the engine wants to know of all of them.
        reportProgress: progress => {
          this.#requests.set(server, progress.requests ?? 0);
          const requests = [...this.#requests.values()];
          this.#context.reportProgress({
            ...progress,
            requests: requests.reduce((sum, count) => sum + count, 0),
          });
        },
      });
    this.#runs.set(server, run);
    return run;
  }
}

function groupByServer(
  parts: readonly { part: MeasurementPart; server: PrometheusServer }[],
): Map<PrometheusServer, MeasurementPart[]> {
  const grouped = new Map<PrometheusServer, MeasurementPart[]>();
  for (const { part, server } of parts) {
    grouped.set(server, [...(grouped.get(server) ?? []), part]);
  }
  return grouped;
}

/** The last value of a bucket is that of its end, so what is asked begins a step after its start. */
function* splitTime(
  from: number,
  to: number,
  { stepSeconds, bucketSeconds }: MeasurementPlan,
): Iterable<QueryRange> {
  const longest =
    Math.floor((MOST_STEPS * stepSeconds) / bucketSeconds) *
    bucketSeconds *
    1000;
  for (let start = from; start < to; start += longest) {
    yield {
      first: start + stepSeconds * 1000,
      last: Math.min(to, start + longest),
      stepSeconds,
    };
  }
}
