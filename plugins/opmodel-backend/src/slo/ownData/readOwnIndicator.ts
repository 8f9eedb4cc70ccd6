import {
  type OwnSignal,
  ownSignals,
  type SliIndicator,
} from '@opmodel/backstage-plugin-opmodel-common';
import { isEqual } from 'lodash';
import { DateTime } from 'luxon';
import { metricSourcesOf } from '../definitions/toDefinition';

/** What an indicator wants to have counted. */
export interface OwnIndicator {
  signal: OwnSignal;
  /** Only what happened in this environment; null: in all of production. */
  environment: string | null;
  /** ISO day from which on incidents are told of, as whoever wrote the document says; null: it does not say. */
  since: string | null;
}

/** What an indicator of the engine's own data counts, or why it counts nothing. */
export function readOwnIndicator(
  indicator: SliIndicator,
): OwnIndicator | { problem: string } {
  if (indicator.type === 'threshold') {
    return {
      problem:
        'The metric is compared with a value. Own data are counts: a ratioMetric is expected.',
    };
  }
  const [spec, ...others] = metricSourcesOf(indicator).map(of => of.spec);
  if (others.some(other => !isEqual(other, spec))) {
    return {
      problem:
        'The parts of the ratio differ. Both are counted together, so that both name the same signal and environment.',
    };
  }
  const { signal, environment, since } = spec;
  if (!ownSignals.some(known => known === signal)) {
    return {
      problem: `spec.signal: expected ${ownSignals.join(' or ')}, got ${
        signal === undefined ? 'nothing' : JSON.stringify(signal)
      }`,
    };
  }
  if (
    environment !== undefined &&
    (typeof environment !== 'string' || environment.trim() === '')
  ) {
    return {
      problem: `spec.environment: expected the name of an environment, got ${JSON.stringify(
        environment,
      )}`,
    };
  }
  if (since !== undefined && !isDay(since)) {
    return {
      problem: `spec.since: expected an ISO day such as 2026-01-31, got ${JSON.stringify(
        since,
      )}`,
    };
  }
  if (since !== undefined && signal !== 'incident-free-minutes') {
    return {
      problem:
        'spec.since: expected with incident-free-minutes alone. Deployments are known from the first one on.',
    };
  }
  return {
    signal: signal as OwnSignal,
    environment: environment ?? null,
    since: since ?? null,
  };
}

function isDay(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    DateTime.fromFormat(value, 'yyyy-MM-dd').isValid
  );
}
