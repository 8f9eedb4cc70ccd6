import type { EngineAlarm } from '@opmodel/backstage-plugin-opmodel-common';
import { brief } from '../../health/alarmTexts';
import { describeAge } from '../../health/describeAge';
import { toInstant } from '../../lib/instants';
import type { FactProviderState } from './FactStore';
import { stateOf } from './FactReader';

/**
 * What needs an operator of those who tell facts. One that was never told anything from outside needs nobody.
 *
 * @param now - epoch milliseconds
 */
export function factAlarms(
  providers: readonly FactProviderState[],
  now: number,
): EngineAlarm[] {
  return providers.flatMap((provider): EngineAlarm[] => {
    const { id, title, reportedAt, freshnessMs } = provider;
    const isOld = reportedAt !== null && reportedAt + freshnessMs < now;
    switch (stateOf(provider, now)) {
      case 'failed':
        return [
          {
            id: 'facts-failing',
            // Until then what it told last is believed.
            severity: isOld || reportedAt === null ? 'bad' : 'attention',
            subject: id,
            message: `${title} failed to tell facts: ${brief(provider.error)}`,
            remedy:
              'Mend what the error names, such as a token or an address; the provider is asked again by itself. Checks that read its facts are not reported once these are too old.',
            since: toInstant(reportedAt),
          },
        ];
      case 'stale':
        return [
          {
            id: 'facts-stale',
            severity: 'attention',
            subject: id,
            message: `${title} last told facts ${describeAge(
              now - reportedAt!,
            )} ago, and they are believed for ${describeAge(freshnessMs)}`,
            remedy:
              provider.cadenceMs === null
                ? 'Look why nobody sends these facts any more, or let them be believed for longer.'
                : 'Compare how long its runs take with its freshness, and look whether the task opmodel-scorecards-facts runs.',
            since: toInstant(reportedAt),
          },
        ];
      default:
        return [];
    }
  });
}
