import type { SuggestionSource } from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtSuggestionSource } from '@opmodel/backstage-plugin-opmodel-node';
import { NamedEntities } from '../../decisions/NamedEntities';
import { logFailure } from '../../lib/logFailure';
import type { EngineTelemetry } from '../../telemetry/EngineTelemetry';
import { DebtAcceptanceSettler } from '../acceptances/DebtAcceptanceSettler';
import { DebtCallers } from '../items/DebtCaller';
import { DebtDescriber } from '../items/DebtDescriber';
import { DebtHistoryReader } from '../items/DebtHistoryReader';
import { DebtItemService } from '../items/DebtItemService';
import type { DebtItemStore } from '../items/DebtItemStore';
import { DebtSelections } from '../items/DebtSelections';
import { DuplicateFinder } from '../items/DuplicateFinder';
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
  items: DebtItemStore;
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
    const { config, logger, scheduler, clock } = ground;
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
      items: options.items,
      settler: new DebtAcceptanceSettler({
        ...ground,
        store: options.items,
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
  { items: itemStore, store }: SuggestionsPartOptions,
  accepted: AcceptedStanding,
) {
  const { calendar, catalog, clock } = ground;
  const names = new NamedEntities({ catalog });
  const given = {
    ...ground,
    store: itemStore,
    names,
    zone: calendar.zone,
  };
  const itemDescriber = new DebtDescriber(given);
  const duplicates = new DuplicateFinder(given);
  const describer = new SuggestionDescriber({ ...given, items: itemStore });
  return {
    callers: new DebtCallers(given),
    lists: new SuggestionListReader({
      store,
      catalog,
      selections: new DebtSelections(given),
      describer,
    }),
    suggestions: new SuggestionService({
      store,
      items: new DebtItemService({
        ...given,
        describer: itemDescriber,
        duplicates,
        histories: new DebtHistoryReader(given),
      }),
      itemStore,
      itemDescriber,
      describer,
      duplicates,
      names,
      accepted,
      acceptances: ground.acceptances,
      clock,
    }),
  };
}
