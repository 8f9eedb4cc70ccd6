import {
  type SuggestionSource,
  suggestionSources,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { DebtSuggestionSource } from '@opmodel/backstage-plugin-opmodel-node';
import { durationToMilliseconds } from '@backstage/types';
import { isSourceEnabled, readSourceCadence } from './suggestionSettings';

/** Why a source is off. */
export type OffBecause = 'configuration' | 'subject' | 'installed';

/** A source that there is, on or off. */
export interface KnownSource {
  id: SuggestionSource;
  title: string;
  /** Null: it is on. */
  offBecause: OffBecause | null;
  /** How it is asked; null: others send it, or it is off. Milliseconds. */
  asked: { source: DebtSuggestionSource; cadenceMs: number } | null;
}

/** What sources are called that no module names. */
const ordinaryTitles: Readonly<Record<SuggestionSource, string>> = {
  exemption: 'Exemptions',
  failing_check: 'Failing checks',
  error_budget: 'Error budgets',
  hotspot: 'Hotspots',
  todo: 'Comments in code',
  end_of_life: 'End of life',
  sonarqube: 'SonarQube',
  sarif: 'SARIF files',
};

/**
 * All sources, in the order of the suggestions' vocabulary.
 *
 * @param given - `asked`: those that this engine can ask; `pushed`: those that others send; `subjectOff`: those whose subject is off
 * @throws InputError naming the key of configuration that cannot be used
 */
export function listKnownSources(
  config: RootConfigService,
  given: {
    asked: readonly DebtSuggestionSource[];
    pushed: readonly SuggestionSource[];
    subjectOff: readonly SuggestionSource[];
  },
): KnownSource[] {
  return suggestionSources.map((id): KnownSource => {
    const source = given.asked.find(each => each.id === id);
    const title = source?.title ?? ordinaryTitles[id];
    const offBecause = whyOff(config, id, { ...given, source });
    return {
      id,
      title,
      offBecause,
      asked:
        source && offBecause === null
          ? {
              source,
              cadenceMs: readSourceCadence(
                config,
                id,
                durationToMilliseconds(source.cadence),
              ),
            }
          : null,
    };
  });
}

function whyOff(
  config: RootConfigService,
  id: SuggestionSource,
  {
    source,
    pushed,
    subjectOff,
  }: {
    source: DebtSuggestionSource | undefined;
    pushed: readonly SuggestionSource[];
    subjectOff: readonly SuggestionSource[];
  },
): OffBecause | null {
  if (!isSourceEnabled(config, id)) {
    return 'configuration';
  }
  if (subjectOff.includes(id)) {
    return 'subject';
  }
  return source || pushed.includes(id) ? null : 'installed';
}
