import { checkDescription } from './checkDescription';
import { checkMetric } from './checkMetric';
import type { Dialect } from './dialect';
import type { Part } from './Part';

/** Checks the spec of an SLI, as a document or inside an SLO. */
export function checkSli(spec: Part, dialect: Dialect): void {
  spec.knows('description', 'thresholdMetric', 'ratioMetric');
  checkDescription(spec);
  if (spec.has('thresholdMetric') === spec.has('ratioMetric')) {
    spec.find(
      'metric-choice',
      'An SLI has a thresholdMetric or a ratioMetric, and not both.',
    );
  }
  const threshold = spec.map('thresholdMetric');
  if (threshold) {
    checkMetric(threshold, dialect);
  }
  const ratio = spec.map('ratioMetric');
  if (ratio) {
    checkRatio(ratio, dialect);
  }
}

const parts = ['good', 'bad', 'total', 'raw'] as const;

function checkRatio(ratio: Part, dialect: Dialect): void {
  ratio.knows('counter', ...parts, 'rawType');
  const isCounter = ratio.flag('counter');
  const given = parts.filter(part => ratio.has(part)).join('+');
  if (!['good+total', 'bad+total', 'raw'].includes(given)) {
    ratio.find(
      'ratio-choice',
      `A ratio has good and total, bad and total, or raw alone; this one has ${
        given === '' ? 'none of them' : given.replaceAll('+', ', ')
      }.`,
    );
  }
  if (ratio.has('raw')) {
    ratio.choice('rawType', 'required', ['success', 'failure']);
  } else if (isCounter === undefined && !ratio.has('counter')) {
    ratio.findAt(
      'counter',
      'counter-missing',
      'counter says whether the metrics only ever grow; without it they count as going up and down.',
    );
  }
  for (const part of parts) {
    const metric = ratio.map(part);
    if (metric) {
      checkMetric(metric, dialect);
    }
  }
}
