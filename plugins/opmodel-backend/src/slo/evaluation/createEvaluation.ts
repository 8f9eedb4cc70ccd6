import type { SloGround, SloPart } from '../SloPart';
import type { EvaluationListener } from './EvaluatedSlo';
import { readEvaluationSettings } from './evaluationSettings';
import { SloEvaluator } from './SloEvaluator';

/** Puts together what evaluates. */
export function createEvaluation(
  ground: SloGround,
  { listeners }: { listeners: readonly EvaluationListener[] },
): SloPart {
  const { calendar, config, logger, scheduler, store } = ground;
  const evaluator = new SloEvaluator({
    ...ground,
    ...store,
    listeners,
    settings: readEvaluationSettings(config),
    zone: calendar.zone,
  });
  return {
    tasks: [
      {
        id: 'opmodel-slo-evaluation',
        // Every replica works: what one has claimed, the others leave alone.
        runner: scheduler.createScheduledTaskRunner({
          scope: 'local',
          frequency: { seconds: 15 },
          timeout: { minutes: 10 },
        }),
        async run(signal) {
          try {
            await evaluator.evaluateDue(signal);
          } catch (error) {
            // The platform does not log why a task of one replica failed.
            logger.error('Service levels are not evaluated', error as Error);
            throw error;
          }
        },
      },
    ],
  };
}
