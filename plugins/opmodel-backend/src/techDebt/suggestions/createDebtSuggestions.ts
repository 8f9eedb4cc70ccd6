import type { SubjectGround } from '../../createSubjects';
import { DatabaseAcceptanceStore } from '../../acceptances/DatabaseAcceptanceStore';
import { seesAll } from '../../catalog/Visibility';
import type { DebtItemStore } from '../items/DebtItemStore';
import type { CreateTechDebtPart } from '../TechDebtPart';
import { createEngineSources } from './createEngineSources';
import { createSuggestionsPart } from './createSuggestionsPart';
import { DatabaseSuggestionRunStore } from './DatabaseSuggestionRunStore';
import { DatabaseSuggestionStore } from './DatabaseSuggestionStore';

/** Puts suggestions together on the engine's database, with the sources of its subjects and of modules. */
export function createDebtSuggestions(
  {
    knex,
    config,
    debtSuggestionSources,
    telemetry,
  }: Pick<
    SubjectGround,
    'knex' | 'config' | 'debtSuggestionSources' | 'telemetry'
  >,
  items: DebtItemStore,
): CreateTechDebtPart {
  const acceptances = new DatabaseAcceptanceStore(knex);
  const engine = createEngineSources({ config, knex });
  return createSuggestionsPart({
    items,
    store: new DatabaseSuggestionStore(knex),
    runs: new DatabaseSuggestionRunStore(knex),
    exemptions: { get: id => acceptances.get(id, seesAll) },
    sources: [...engine.sources, ...debtSuggestionSources],
    subjectOff: engine.subjectOff,
    telemetry,
  });
}
