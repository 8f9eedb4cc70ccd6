import { logFailure } from '../../lib/logFailure';
import { VisibleScorecards } from '../definitions/VisibleScorecards';
import { StandingRules } from '../evaluation/StandingRules';
import type { CreateScorecardPart } from '../ScorecardPart';
import { StartingAttention } from './StartingAttention';
import { StartingChecks } from './StartingChecks';

/** What tells owners of checks before they start. */
export function createStartingPart(): CreateScorecardPart {
  return ground => {
    const { calendar, logger, scheduler } = ground;
    const starting = new StartingChecks({
      ...ground,
      rules: new StandingRules(ground),
    });
    const attention = new StartingAttention({
      ...ground,
      starting,
      scorecards: new VisibleScorecards(ground),
      zone: calendar.zone,
    });
    return {
      listAttention: (visibility, owners) => attention.list(visibility, owners),
      tasks: [
        {
          id: 'opmodel-scorecards-starting',
          // Every replica keeps what it found itself.
          runner: scheduler.createScheduledTaskRunner({
            scope: 'local',
            frequency: { hours: 1 },
            initialDelay: { minutes: 3 },
            timeout: { minutes: 10 },
          }),
          run: logFailure(
            logger,
            'Nobody is told of checks that start soon',
            (signal: AbortSignal) => starting.look(signal),
          ),
        },
      ],
    };
  };
}
