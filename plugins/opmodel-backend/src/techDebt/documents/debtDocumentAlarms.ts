import type { EngineAlarm } from '@opmodel/backstage-plugin-opmodel-common';
import { brief } from '../../health/alarmTexts';
import { toInstant } from '../../lib/instants';
import { printProblem } from './DebtDocumentKeeper';
import type { KeptDebtDocument } from './DebtDocumentStore';

/** What needs an operator of the documents that keep debt. */
export function debtDocumentAlarms(
  documents: readonly KeptDebtDocument[],
): EngineAlarm[] {
  return documents.flatMap(({ ref, problems, problemsSince }) =>
    problems.length === 0
      ? []
      : [
          {
            id: 'debt-document-problems' as const,
            severity: 'attention' as const,
            subject: ref,
            message: `${ref} keeps debt, and something in it cannot be taken: ${brief(
              problems.map(printProblem).join('; '),
            )}`,
            remedy:
              'Mend what is named in the document. What is right in it is taken; what is wrong stays as it was in the register.',
            since: toInstant(problemsSince),
          },
        ],
  );
}
