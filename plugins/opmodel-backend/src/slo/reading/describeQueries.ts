import type {
  MetricSource,
  SliIndicator,
  SloDefinition,
  SloIndicatorText,
  SloObjective,
  SloQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SliSources } from '../measurement/SliSources';

type Part = SloQuery['part'];

/** What the documents of an SLO ask, objective by objective. */
export function describeIndicators(
  { objectives }: SloDefinition,
  sources: SliSources,
): SloIndicatorText[] {
  return objectives.flatMap(objective => {
    const { index, indicator } = objective;
    return indicator === null
      ? []
      : [
          {
            objective: index,
            type: indicator.type,
            queries: partsOf(indicator).map(([part, metric]) => ({
              part,
              text: textOf(metric),
              url: linkOf(objective, sources),
            })),
          },
        ];
  });
}

/**
 * The queries that were asked, with what each is about. A source that asks for all of it at once asks for the total.
 *
 * @param asked - the very queries
 */
export function describeAsked(
  objective: SloObjective,
  asked: readonly string[],
  sources: SliSources,
): SloQuery[] {
  const { indicator } = objective;
  if (indicator === null) {
    return [];
  }
  const parts = partsOf(indicator).map(([part]) => part);
  const url = linkOf(objective, sources);
  return asked.map((text, place) => ({
    part:
      asked.length === parts.length ? parts[place] : parts[parts.length - 1],
    text,
    url,
  }));
}

/** The metrics of an indicator in the order in which it names them. */
function partsOf(indicator: SliIndicator): [Part, MetricSource][] {
  switch (indicator.type) {
    case 'ratio':
      return [
        ...(indicator.good ? [['good', indicator.good] as const] : []),
        ...(indicator.bad ? [['bad', indicator.bad] as const] : []),
        ['total', indicator.total] as const,
      ].map(([part, metric]) => [part, metric]);
    case 'raw':
      return [['raw', indicator.raw]];
    default:
      return [['threshold', indicator.metric]];
  }
}

/** A query where there is one, and else all that is said. */
function textOf({ spec }: MetricSource): string {
  return typeof spec.query === 'string' ? spec.query : JSON.stringify(spec);
}

function linkOf(
  { indicator, comparison }: SloObjective,
  sources: SliSources,
): string | null {
  if (indicator === null) {
    return null;
  }
  const [[, { type }]] = partsOf(indicator);
  return sources.get(type)?.link?.({ indicator, comparison }) ?? null;
}
