import type { SuggestionSource } from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtSuggestionSource } from '@opmodel/backstage-plugin-opmodel-node';
import { logFailure } from '../../lib/logFailure';
import type { EngineTelemetry } from '../../telemetry/EngineTelemetry';
import { DebtAcceptanceSettler } from '../acceptances/DebtAcceptanceSettler';
import type { CreateTechDebtPart, TechDebtGround } from '../TechDebtPart';
import { AcceptedStanding, type ExemptionReader } from './AcceptedStanding';
import { AuthorizedSuggestionService } from './AuthorizedSuggestionService';
import { ExemptedItems } from './ExemptedItems';
import { suggestionAlarms } from './suggestionAlarms';
import { SuggestionDescriber } from './SuggestionDescriber';
import { SuggestionListReader } from './SuggestionListReader';
import { createSuggestionRetention } from './suggestionRetention';
import { addSuggestionRoutes } from './suggestionRouter';
import { SuggestionRunner } from './SuggestionRunner';
import type { SuggestionRunStore } from './SuggestionRunStore';
import { SuggestionService } from './SuggestionService';
import { readSuggestionSettings } from './suggestionSettings';
import { SuggestionSourceReader } from './SuggestionSourceReader';
import { listKnownSources } from './SuggestionSources';
import type { SuggestionStore } from './SuggestionStore';

/** Sources that others send instead of being asked. */
const pushedSources: readonly SuggestionSource[] = ['sonarqube', 'sarif'];

/** What finds debt by itself, and the inbox of what was found. */
export interface SuggestionsPartOptions {
  store: SuggestionStore;
  runs: SuggestionRunStore;
  exemptions: ExemptionReader;
  /** Those that this engine can ask: of the subjects that are on, and of modules. */
  sources: readonly DebtSuggestionSource[];
  /** Those whose subject is off. */
  subjectOff: readonly SuggestionSource[];
  telemetry: Pick<EngineTelemetry, 'measureRunsOf'>;
}

/** Puts together what finds debt by itself, and the inbox of what was found. It needs the part of the items before it. */
export function createSuggestionsPart(
  options: SuggestionsPartOptions,
): CreateTechDebtPart {
  return ground => {
    const { config, logger, register, scheduler, clock } = ground;
    const { runs, store } = options;
    const settings = readSuggestionSettings(config);
    const sources = listKnownSources(config, {
      asked: options.sources,
      pushed: pushedSources,
      subjectOff: options.subjectOff,
    });
    const accepted = new AcceptedStanding({
      exemptions: options.exemptions,
      zone: ground.calendar.zone,
      clock,
    });
    const exempted = new ExemptedItems({
      items: register.store,
      settler: new DebtAcceptanceSettler({
        ...ground,
        store: register.store,
        zone: ground.calendar.zone,
      }),
    });
    ground.acceptances.onChanged('check', record => exempted.follow(record));
    const runner = new SuggestionRunner({
      ...ground,
      ...settings,
      store,
      runs,
      sources: sources.flatMap(({ asked }) => asked ?? []),
      measureRunsOf: id => options.telemetry.measureRunsOf(id),
    });
    const suggestions = new AuthorizedSuggestionService({
      ...ground,
      ...createServices(ground, options, accepted),
      sources: new SuggestionSourceReader({ store, runs, sources, clock }),
    });
    return {
      addRoutes(router) {
        addSuggestionRoutes(router, { suggestions, httpAuth: ground.httpAuth });
      },
      listAlarms: async () =>
        suggestionAlarms(sources, await runs.list(), clock()),
      start: () =>
        runs.register(
          sources.flatMap(({ id, asked, offBecause }) =>
            offBecause === null
              ? { source: id, cadenceMs: asked?.cadenceMs ?? null }
              : [],
          ),
          { now: clock() },
        ),
      async onScanned({ appeared }) {
        await store.endOfRemoved({ now: clock() });
        if (appeared.length > 0) {
          await runs.requestIdle({ now: clock() });
        }
      },
      retentionRules: createSuggestionRetention(store),
      tasks: [
        {
          id: 'opmodel-tech-debt-suggestions',
          runner: scheduler.createScheduledTaskRunner({
            scope: 'global',
            frequency: { milliseconds: settings.frequencyMs },
            timeout: { milliseconds: 2 * settings.timeoutMs },
          }),
          run: logFailure(
            logger,
            'Some debt is not looked for',
            (signal: AbortSignal) => runner.runDue(signal),
          ),
        },
      ],
    };
  };
}

/** The inbox for people. */
function createServices(
  ground: TechDebtGround,
  { store }: SuggestionsPartOptions,
  accepted: AcceptedStanding,
) {
  const { register } = ground;
  const describer = new SuggestionDescriber({
    ...ground,
    names: register.names,
    items: register.store,
    zone: ground.calendar.zone,
  });
  return {
    callers: register.callers,
    lists: new SuggestionListReader({
      ...ground,
      store,
      selections: register.selections,
      describer,
    }),
    suggestions: new SuggestionService({
      ...ground,
      ...register,
      store,
      itemStore: register.store,
      itemDescriber: register.describer,
      describer,
      accepted,
    }),
  };
}
