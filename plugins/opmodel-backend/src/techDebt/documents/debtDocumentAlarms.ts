import type { EngineAlarm } from '@opmodel/backstage-plugin-opmodel-common';
import { plural } from '../../health/alarmTexts';
import { toInstant } from '../../lib/instants';
import type { KeptDebtDocument } from './DebtDocumentStore';

/** What needs an operator of the documents that keep debt. It names none of them, as an operator need not see them all. */
export function debtDocumentAlarms(
  documents: readonly KeptDebtDocument[],
): EngineAlarm[] {
  const wrong = documents.filter(({ problems }) => problems.length > 0);
  const since = wrong.flatMap(({ problemsSince }) => problemsSince ?? []);
  return wrong.length === 0
    ? []
    : [
        {
          id: 'debt-document-problems',
          severity: 'attention',
          subject: null,
          message: `${plural(
            wrong.length,
            'document keeps',
            'documents keep',
          )} debt of which something cannot be taken`,
          remedy:
            'Look at the documents kept in repositories on the import page of technical debt: whoever may see them is told what is wrong, item by item. What is right in them is taken; what is wrong stays as it was in the register.',
          since: toInstant(since.length > 0 ? Math.min(...since) : null),
        },
      ];
}
