import type { MetricContext } from '@opmodel/backstage-plugin-opmodel-common';
import type { ListedCheck } from './QualityTable';

/** The checks of all metrics, each once with the metrics that stand on it; those that fail come first. */
export function listChecks(contexts: MetricContext[]): ListedCheck[] {
  const listed = new Map<string, ListedCheck>();
  for (const { metric, quality } of contexts) {
    for (const check of quality.checks) {
      const known = listed.get(check.id);
      listed.set(check.id, {
        ...(known ?? check),
        metrics: [...(known?.metrics ?? []), metric],
      });
    }
  }
  return [...listed.values()].sort(
    (a, b) => Number(a.passed !== false) - Number(b.passed !== false),
  );
}
