import { checkDataSource } from './checkDataSource';
import { checkReference } from './checkName';
import { checkSecrets } from './checkSecrets';
import type { Dialect } from './dialect';
import type { Part } from './Part';

/** Checks one query of one system. */
export function checkMetric(metric: Part, dialect: Dialect): void {
  if (dialect.version === 'v1') {
    checkMetricOfV1(metric);
  } else {
    checkMetricOfV2alpha(metric);
  }
}

function checkMetricOfV1(metric: Part): void {
  metric.knows('metricSource');
  const source = metric.map('metricSource', 'required');
  if (!source) {
    return;
  }
  source.knows('metricSourceRef', 'type', 'spec');
  if (source.has('metricSourceRef')) {
    checkReference(source, 'metricSourceRef');
  }
  source.text('type');
  if (!source.has('metricSourceRef') && !source.has('type')) {
    source.find(
      'metric-source',
      'A metric source has a type, such as Prometheus, or a metricSourceRef that names a DataSource.',
    );
  }
  const spec = source.map('spec', 'required');
  if (spec?.keys.length === 0) {
    source.findAt('spec', 'required', 'spec says what is asked.');
  }
  checkSecrets(source, 'spec');
}

function checkMetricOfV2alpha(metric: Part): void {
  metric.knows('dataSourceRef', 'dataSourceSpec', 'spec');
  if (metric.has('dataSourceRef') === metric.has('dataSourceSpec')) {
    metric.find(
      'data-source-choice',
      'A metric has a dataSourceRef or a dataSourceSpec, and not both.',
    );
  }
  if (metric.has('dataSourceRef')) {
    checkReference(metric, 'dataSourceRef');
  }
  const dataSource = metric.map('dataSourceSpec');
  if (dataSource) {
    checkDataSource(dataSource);
  }
  metric.map('spec');
  checkSecrets(metric, 'spec');
}
