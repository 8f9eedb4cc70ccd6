import { withoutArtefacts } from '../errorBudget';
import { plainSeriesOf, promqlOfSpec } from '../promql/promqlCounts';
import type {
  MetricSource,
  SliIndicator,
  SloDefinition,
  SloObjective,
} from '../sloDefinition';
import { meanSecondsOf } from '../sloDuration';
import { UnwritableError } from './objectiveQueries';
import { objectiveNameOf, printPrometheusDuration } from './ruleText';
import { toYaml } from './toYaml';
import { type WrittenRules, writeEach } from './writtenRules';

interface PyrraMetric {
  metric: string;
}

/** What Pyrra measures: series, of which it takes the sum and the increase itself. */
export type PyrraIndicator =
  | { ratio: { errors: PyrraMetric; total: PyrraMetric } }
  | { latency: { success: PyrraMetric; total: PyrraMetric } }
  | { bool_gauge: PyrraMetric };

/** A document of Pyrra. */
export interface PyrraDocument {
  apiVersion: 'pyrra.dev/v1alpha1';
  kind: 'ServiceLevelObjective';
  metadata: { name: string };
  spec: {
    /** Percent, as text. */
    target: string;
    window: string;
    description?: string;
    indicator: PyrraIndicator;
  };
}

/**
 * Writes documents of Pyrra for the objectives that it can measure: bad and total counters, the bucket of a histogram and its count, and
 * gauges that are 1 while all is well, each as one series or its sum. Everything else is left out with a note.
 */
export function writePyrraDocuments(
  definitions: readonly SloDefinition[],
): WrittenRules<PyrraDocument[]> {
  const { written, notes } = writeEach(
    definitions,
    writeDocument,
    objectiveNameOf,
  );
  return {
    document: written,
    yaml: toYaml(written),
    objectives: written.length,
    notes,
  };
}

function writeDocument(
  definition: SloDefinition,
  objective: SloObjective,
): PyrraDocument {
  if (definition.budgetingMethod !== 'Occurrences') {
    throw new UnwritableError('Pyrra counts events, and no slices');
  }
  if (definition.window.type === 'calendar') {
    throw new UnwritableError('Pyrra knows no calendar');
  }
  return {
    apiVersion: 'pyrra.dev/v1alpha1',
    kind: 'ServiceLevelObjective',
    metadata: { name: objectiveNameOf(definition, objective) },
    spec: {
      target: `${withoutArtefacts(objective.target * 100)}`,
      window: printPrometheusDuration(
        meanSecondsOf(definition.window.duration),
      ),
      ...(definition.description === null
        ? {}
        : { description: definition.description }),
      indicator: indicatorOf(objective),
    },
  };
}

function indicatorOf({ indicator, comparison }: SloObjective): PyrraIndicator {
  if (indicator?.type === 'ratio') {
    return ratioOf(indicator);
  }
  if (indicator?.type === 'threshold') {
    const isBoolean =
      (comparison?.operator === 'gte' && comparison.value === 1) ||
      (comparison?.operator === 'gt' && comparison.value === 0);
    if (!isBoolean) {
      throw new UnwritableError(
        'of thresholds Pyrra knows gauges that are 1 while all is well',
      );
    }
    return { bool_gauge: metricOf(indicator.metric) };
  }
  throw new UnwritableError('Pyrra reads counters rather than ratios');
}

function ratioOf({
  good,
  bad,
  total,
}: Extract<SliIndicator, { type: 'ratio' }>): PyrraIndicator {
  const whole = metricOf(total);
  if (bad) {
    return { ratio: { errors: metricOf(bad), total: whole } };
  }
  const success = metricOf(good);
  const isHistogram =
    /^[^{]*_bucket\{.*\ble\s*=/.test(success.metric) &&
    /^[^{]*_count(\{|$)/.test(whole.metric);
  if (!isHistogram) {
    throw new UnwritableError(
      'Pyrra wants to know what is bad, unless what is good is the bucket of a histogram',
    );
  }
  return { latency: { success, total: whole } };
}

/**
 * @throws UnwritableError for anything else than one series of Prometheus or its sum
 */
function metricOf(source: MetricSource | undefined): PyrraMetric {
  const query =
    source?.type === 'prometheus' ? promqlOfSpec(source.spec) : null;
  const series = query === null ? null : plainSeriesOf(query);
  if (series === null) {
    throw new UnwritableError(
      'Pyrra reads one series or its sum, and nothing else',
    );
  }
  return { metric: series };
}
