import {
  SLI_MINUTE_SECONDS,
  type SloDefinition,
  type SloObjective,
  type SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  SliAnswer,
  SliRequest,
} from '@opmodel/backstage-plugin-opmodel-node';
import { groupBy } from 'lodash';
import { askSource } from './askSource';
import { countsByMinute } from './countsByMinute';
import { sourceTypeOf } from './MeasurementPlan';
import { requestIdOf } from './requestIds';
import type { SliSources } from './SliSources';

/** An objective with the time that is asked about. */
export interface AskedObjective {
  definition: SloDefinition;
  objective: SloObjective;
  span: SloSpan;
}

/**
 * Asks the sources of objectives, each source of all its own at once.
 *
 * @param asked - each objective once
 * @returns by the id of the request; those that no source measures are missing
 * @throws only when the signal was given
 */
export async function askObjectives(
  sources: SliSources,
  asked: readonly AskedObjective[],
  options: { signal: AbortSignal; budgetShare: number },
): Promise<ReadonlyMap<string, SliAnswer>> {
  const requests = asked.flatMap(({ definition, objective, span }) => {
    const type = sourceTypeOf(objective);
    const request = requestOf({ definition, objective, span });
    return type && request && span.from < span.to ? [{ type, request }] : [];
  });
  const answers = new Map<string, SliAnswer>();
  for (const [type, ofType] of Object.entries(groupBy(requests, 'type'))) {
    const source = sources.get(type);
    const told = source
      ? await askSource(
          source,
          ofType.map(({ request }) => request),
          options,
        )
      : new Map<string, SliAnswer>();
    told.forEach((answer, id) => answers.set(id, answer));
  }
  return answers;
}

/** What a source is asked about an objective; null: nothing, since it cannot be measured. */
export function requestOf({
  definition,
  objective,
  span,
}: AskedObjective): SliRequest | null {
  const { index, indicator, comparison } = objective;
  return (
    indicator && {
      id: requestIdOf(definition.ref, index),
      indicator,
      comparison,
      entityRef: definition.entityRef,
      from: span.from,
      to: span.to,
      ...(countsByMinute(objective, definition) && {
        bucketSeconds: SLI_MINUTE_SECONDS,
      }),
    }
  );
}
