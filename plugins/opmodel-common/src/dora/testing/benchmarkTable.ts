import type { BenchmarkBand } from '../benchmark/bands';
import { benchmarkEditions } from '../benchmark/benchmarkEditions';

/** The bands of all editions, as the page about benchmarks has them: edition, metric, bands from the best to the worst. */
export function doraBenchmarkTable(): string[][] {
  return benchmarkEditions.flatMap(({ id, metrics }) =>
    Object.entries(metrics).map(([metric, bands]) => [
      id,
      metric,
      bands.map(toText).join(' · '),
    ]),
  );
}

function toText({ band, tiers, share }: BenchmarkBand): string {
  return [
    `\`${band}\``,
    ...(tiers.length === 0 ? [] : [tiers.join(' or ')]),
    ...(share === null ? [] : [`${Math.round(share * 1000) / 10} %`]),
  ].join(' ');
}
