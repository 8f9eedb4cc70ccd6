import type { CreateScorecardPart, ScorecardGround } from '../ScorecardPart';
import { evaluationAlarms } from './evaluationAlarms';
import { readEvaluationSettings } from './evaluationSettings';
import { Evaluator } from './Evaluator';
import { createResultRetention } from './resultRetention';
import { listenToExemptions } from './listenToExemptions';

/** The evaluator of a process, which facts, definitions and readers share. */
export function createEvaluator(
  ground: Pick<
    ScorecardGround,
    'acceptances' | 'clock' | 'logger' | 'providers' | 'results' | 'scorecards'
  >,
): Evaluator {
  return new Evaluator(ground);
}

/** What evaluates: at once where somebody changed something in this process, soon where another one did, and everything now and then. */
export function createEvaluationPart({
  evaluator,
}: {
  evaluator: Evaluator;
}): CreateScorecardPart {
  return ground => {
    const { clock, config, results, scheduler } = ground;
    const settings = readEvaluationSettings(config);
    listenToExemptions({ ...ground, evaluator });
    return {
      async onScanned({ appeared }) {
        // A check may hold of an entity of which no provider tells anything.
        await results.addWork(
          appeared.map(entityRef => ({ entityRef })),
          { now: clock() },
        );
        await evaluator.workOff();
      },
      listAlarms: async () => evaluationAlarms(await results.waiting()),
      retentionRules: createResultRetention(results),
      tasks: [
        {
          id: 'opmodel-scorecards-evaluation',
          runner: scheduler.createScheduledTaskRunner({
            frequency: { milliseconds: settings.frequencyMs },
            timeout: { minutes: 30 },
          }),
          async run(signal) {
            await evaluator.workOff(signal);
          },
        },
        {
          id: 'opmodel-scorecards-sweep',
          runner: scheduler.createScheduledTaskRunner({
            frequency: { milliseconds: settings.sweepFrequencyMs },
            initialDelay: { minutes: 2 },
            timeout: { minutes: 30 },
          }),
          async run(signal) {
            await evaluator.sweep(signal);
          },
        },
      ],
    };
  };
}
