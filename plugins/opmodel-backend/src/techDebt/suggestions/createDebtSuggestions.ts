import type { SuggestionSource } from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtSuggestionSource } from '@opmodel/backstage-plugin-opmodel-node';
import type { SubjectGround } from '../../createSubjects';
import { seesAll } from '../../catalog/Visibility';
import type { CreateTechDebtPart } from '../TechDebtPart';
import { createSuggestionsPart } from './createSuggestionsPart';
import { DatabaseSuggestionRunStore } from './DatabaseSuggestionRunStore';
import { DatabaseSuggestionStore } from './DatabaseSuggestionStore';

/** What finds debt. */
export interface DebtSources {
  /** Those that can be asked: of the subjects that are on, and of modules. */
  sources: readonly DebtSuggestionSource[];
  /** Those whose subject is off. */
  subjectOff: readonly SuggestionSource[];
}

/** Puts suggestions together on the engine's database. */
export function createDebtSuggestions(
  {
    knex,
    acceptances,
    telemetry,
  }: Pick<SubjectGround, 'knex' | 'acceptances' | 'telemetry'>,
  debtSources: DebtSources,
): CreateTechDebtPart {
  return createSuggestionsPart({
    ...debtSources,
    store: new DatabaseSuggestionStore(knex),
    runs: new DatabaseSuggestionRunStore(knex),
    exemptions: {
      get: async id => (await acceptances.listByIds([id], seesAll)).at(0),
    },
    telemetry,
  });
}
