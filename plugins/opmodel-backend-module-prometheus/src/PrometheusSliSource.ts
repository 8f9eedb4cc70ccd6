import type {
  SliAnswer,
  SliContext,
  SliRequest,
  SliSource,
} from '@opmodel/backstage-plugin-opmodel-node';
import { MeasurementProblem } from './MeasurementProblem';
import { MeasurementRun } from './MeasurementRun';
import type { PrometheusSettings } from './prometheusSettings';
import {
  type MeasurementPlan,
  planMeasurement,
} from './queries/planMeasurement';
import { PrometheusServers } from './servers/PrometheusServers';
import { ServerUnreachableError } from './servers/ServerRun';

const SIGNS = { lte: '<=', gte: '>=', lt: '<', gt: '>' };

/**
 * Measures objectives by Prometheus: one short range query an objective, in parallel as far as each server allows.
 */
export class PrometheusSliSource implements SliSource {
  readonly type = 'prometheus';
  readonly title = 'Prometheus';
  readonly #servers: PrometheusServers;

  constructor(settings: PrometheusSettings) {
    this.#servers = new PrometheusServers(settings);
  }

  async measure(
    requests: readonly SliRequest[],
    context: SliContext,
  ): Promise<SliAnswer[]> {
    context.signal.throwIfAborted();
    const run = new MeasurementRun(this.#servers, context);
    const outcomes = await Promise.all(
      requests.map(request => run.answer(request)),
    );
    const failures = outcomes.filter(
      it => it instanceof ServerUnreachableError,
    );
    if (failures.length > 0 && failures.length === outcomes.length) {
      throw failures[0];
    }
    return outcomes.map((outcome, index) =>
      outcome instanceof ServerUnreachableError
        ? { id: requests[index].id, problem: outcome.message, queries: [] }
        : outcome,
    );
  }

  /** The expression browser, with what is measured as a graph of a day. */
  link({
    indicator,
    comparison,
  }: Pick<SliRequest, 'indicator' | 'comparison'>): string | null {
    try {
      const plan = planMeasurement(indicator, comparison);
      const { publicUrl } = this.#servers.find(plan.parts[0].source);
      const address = new URL('graph', publicUrl);
      address.search = new URLSearchParams({
        'g0.expr': expressionOf(plan),
        'g0.tab': '0',
        'g0.range_input': '1d',
      }).toString();
      return address.href;
    } catch (error) {
      if (error instanceof MeasurementProblem) {
        return null;
      }
      throw error;
    }
  }
}

function expressionOf({ parts, reading }: MeasurementPlan): string {
  if (reading.type === 'comparison') {
    const { operator, value } = reading.comparison;
    return `(${parts[0].query}) ${SIGNS[operator]} bool ${value}`;
  }
  if (reading.type === 'share') {
    return parts[0].query;
  }
  const ratio = parts.map(({ query }) => `(${query})`).join(' / ');
  return parts[0].role === 'bad' ? `1 - ${ratio}` : ratio;
}
