import type { EngineAlarm } from '@opmodel/backstage-plugin-opmodel-common';
import { brief } from '../../health/alarmTexts';
import { toInstant } from '../../lib/instants';
import type { SuggestionSourceState } from './SuggestionRunStore';
import type { KnownSource } from './SuggestionSources';

/** A source that has not ended a run for so many of its cadences needs somebody. */
const MISSED = 3;

/**
 * What needs an operator of the sources that are on. What was suggested stays meanwhile, so that nothing is lost.
 *
 * @param now - epoch milliseconds
 */
export function suggestionAlarms(
  sources: readonly KnownSource[],
  states: readonly SuggestionSourceState[],
  now: number,
): EngineAlarm[] {
  const stateOf = new Map(states.map(state => [state.source, state]));
  return sources.flatMap(({ id, title, asked }): EngineAlarm[] => {
    const state = stateOf.get(id);
    if (!asked || !state || state.error === null) {
      return [];
    }
    const { error, succeededAt } = state;
    const isOld =
      succeededAt === null || succeededAt + MISSED * asked.cadenceMs < now;
    return [
      {
        id: 'debt-source-failing',
        severity: isOld ? 'bad' : 'attention',
        subject: id,
        message: `${title} failed to look for debt: ${brief(error)}`,
        remedy:
          'Mend what the error names, such as a token or an address; the source is asked again by itself, and goes on where it stopped. What it suggested before stays.',
        since: toInstant(succeededAt),
      },
    ];
  });
}
