import { logFailure } from '../../lib/logFailure';
import type { CreateScorecardPart } from '../ScorecardPart';
import { AuthorizedFactService } from './AuthorizedFactService';
import { ChangedEntityFacts } from './ChangedEntityFacts';
import { factAlarms } from './factAlarms';
import { FactReader } from './FactReader';
import { createFactRetention } from './factRetention';
import { FactRunner } from './FactRunner';
import { addFactRoutes } from './factRouter';
import { readFactSettings } from './factSettings';
import { FollowedFigures, type TellingSubject } from './FollowedFigures';
import { NewFigures } from './NewFigures';
import { ReadableFacts } from './ReadableFacts';

/**
 * What tells facts: providers are asked when they are due, when the catalog has changed, and when subjects have new figures.
 *
 * @param options - `afterFacts` evaluates what was told at once; absent: it waits for the next task that evaluates. `figures`: what is new
 *   of `subjects`, those that tell facts; absent: their figures are told when they are due
 */
export function createFactsPart(
  options: {
    afterFacts?: (signal: AbortSignal) => Promise<void>;
    figures?: NewFigures;
    subjects?: readonly TellingSubject[];
  } = {},
): CreateScorecardPart {
  const afterFacts = options.afterFacts ?? (async () => {});
  return ground => {
    const { config, facts: store, logger, providers, scheduler } = ground;
    const settings = readFactSettings(config);
    const common = { ...ground, store, providers: providers.asked };
    const runner = new FactRunner({ ...common, ...settings, afterFacts });
    const changed = new ChangedEntityFacts(common);
    const followed = new FollowedFigures({
      ...common,
      figures: options.figures ?? new NewFigures(),
      subjects: options.subjects ?? [],
    });
    const facts = new AuthorizedFactService({
      ...ground,
      reader: new FactReader({
        ...ground,
        store,
        facts: new ReadableFacts(ground),
      }),
    });
    return {
      addRoutes(router) {
        addFactRoutes(router, { facts, httpAuth: ground.httpAuth });
      },
      listAlarms: async () =>
        factAlarms(await store.listProviders(), ground.clock()),
      start: () => store.register(providers.list(), { now: ground.clock() }),
      async onScanned(news) {
        if (await changed.takeIn(news)) {
          await afterFacts(new AbortController().signal);
        }
      },
      retentionRules: createFactRetention(store),
      tasks: [
        {
          id: 'opmodel-scorecards-facts',
          // Every replica looks: a provider that one of them asks, the others leave alone.
          runner: scheduler.createScheduledTaskRunner({
            scope: 'local',
            frequency: { milliseconds: settings.frequencyMs },
            timeout: { milliseconds: 2 * settings.timeoutMs },
          }),
          run: logFailure(
            logger,
            'Some facts are out of date',
            (signal: AbortSignal) => runner.runDue(signal),
          ),
        },
        {
          id: 'opmodel-scorecards-figures',
          // Every replica follows the figures that it computed.
          runner: scheduler.createScheduledTaskRunner({
            scope: 'local',
            frequency: { seconds: 15 },
            timeout: { minutes: 10 },
          }),
          run: logFailure(
            logger,
            'Some facts wait for their next run',
            async (signal: AbortSignal) => {
              if (await followed.follow(signal)) {
                await afterFacts(signal);
              }
            },
          ),
        },
      ],
    };
  };
}
