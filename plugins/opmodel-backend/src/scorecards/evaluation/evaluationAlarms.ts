import type { EngineAlarm } from '@opmodel/backstage-plugin-opmodel-common';
import { brief, plural } from '../../health/alarmTexts';
import { toInstant } from '../../lib/instants';
import type { WaitingWork } from './ResultStore';

/** What needs an operator of the evaluation of scorecards. */
export function evaluationAlarms({
  failed,
  failures: [first],
  since,
}: WaitingWork): EngineAlarm[] {
  return failed === 0
    ? []
    : [
        {
          id: 'evaluation-failing',
          severity: 'attention',
          subject: null,
          message: `${plural(
            failed,
            'entity',
            'entities',
          )} could not be evaluated, first ${first.entityRef}: ${brief(
            first.error,
          )}`,
          remedy:
            'What is known of them stays as it was, and they are tried again. Look in the log for the error, and report it with the scorecard that it names.',
          since: toInstant(since),
        },
      ];
}
