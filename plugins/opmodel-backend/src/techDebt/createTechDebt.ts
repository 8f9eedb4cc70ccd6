import type { SubjectGround } from '../createSubjects';
import type { FigureListener } from '../lib/FigureListener';
import type { Subject } from '../subjects';
import type { FlowCapacity } from '../flow/FlowCapacity';
import { createDebtAcceptancesPart } from './acceptances/createDebtAcceptancesPart';
import { createCapacityPart } from './capacity/createCapacityPart';
import { createDocumentsPart } from './documents/createDocumentsPart';
import { DatabaseDebtDocumentStore } from './documents/DatabaseDebtDocumentStore';
import { createDebtAttentionPart } from './attention/createDebtAttentionPart';
import { createExchangePart } from './exchange/createExchangePart';
import { DatabaseDebtExchangeStore } from './exchange/DatabaseDebtExchangeStore';
import type { DebtEvidenceSources } from './evidence/DebtEvidenceSources';
import { createDebtFactsPart } from './facts/createDebtFactsPart';
import { DatabaseTellingDebtExchangeStore } from './facts/DatabaseTellingDebtExchangeStore';
import { DatabaseTellingDebtItemStore } from './facts/DatabaseTellingDebtItemStore';
import { createItemsPart } from './items/createItemsPart';
import { DatabaseDebtItemStore } from './items/DatabaseDebtItemStore';
import { DebtLinkChecks } from './links/DebtLinkChecks';
import type { LinkTargets } from './links/LinkTarget';
import { createReportsPart } from './reports/createReportsPart';
import { DatabaseDebtReportStore } from './reports/DatabaseDebtReportStore';
import {
  createDebtSuggestions,
  type DebtSources,
} from './suggestions/createDebtSuggestions';
import { createTechDebtSubject } from './techDebtSubject';

/** Puts the tech-debt subject together on the engine's database. */
export function createTechDebt({
  knex,
  debtSources,
  flowCapacity,
  linkTargets,
  onFigures,
  ...ground
}: SubjectGround & {
  debtSources: DebtSources;
  evidenceSources: DebtEvidenceSources;
  /** What capacity was spent on; undefined: the subject flow is switched off. */
  flowCapacity: FlowCapacity | undefined;
  linkTargets: LinkTargets;
  /** Is told whose debt was changed; undefined: nobody follows it. */
  onFigures?: FigureListener;
}): Subject {
  const store = onFigures
    ? new DatabaseTellingDebtItemStore(knex, onFigures)
    : new DatabaseDebtItemStore(knex);
  const reports = new DatabaseDebtReportStore(knex);
  const exchange = onFigures
    ? new DatabaseTellingDebtExchangeStore(knex, onFigures)
    : new DatabaseDebtExchangeStore(knex);
  const documents = new DatabaseDebtDocumentStore(knex);
  return createTechDebtSubject({
    ...ground,
    store,
    linkChecks: new DebtLinkChecks({ targets: linkTargets }),
    parts: [
      createExchangePart({ exchange }),
      createDocumentsPart({ documents, exchange }),
      createItemsPart({ reports }),
      createReportsPart({ store: reports }),
      createCapacityPart({ capacity: flowCapacity }),
      createDebtAcceptancesPart,
      createDebtAttentionPart,
      createDebtFactsPart,
      createDebtSuggestions({ ...ground, knex }, debtSources),
    ],
  });
}
