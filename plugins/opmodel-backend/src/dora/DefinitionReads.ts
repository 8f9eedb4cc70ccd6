import { DoraNumbersReader } from './DoraNumbersReader';
import type { DoraStore } from './DoraStore';
import type { EnabledDefinition } from './EnabledDefinitions';
import { LeadTimeRankings } from './LeadTimeRankings';
import { ReportReader } from './ReportReader';

/** The reads of one definition: each follows its choices and looks at its rows alone. */
export class DefinitionReads {
  readonly definition: EnabledDefinition;
  readonly numbers: DoraNumbersReader;
  readonly reports: ReportReader;
  readonly rankings: LeadTimeRankings;

  constructor(store: DoraStore, definition: EnabledDefinition) {
    this.definition = definition;
    this.numbers = new DoraNumbersReader({ store, definition });
    this.rankings = new LeadTimeRankings({
      store,
      calculation: definition.calculation,
    });
    this.reports = new ReportReader({
      store,
      definition,
      rankings: this.rankings,
    });
  }
}
