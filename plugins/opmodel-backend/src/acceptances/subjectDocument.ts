import { InputError } from '@backstage/errors';
import type { AcceptanceSubject } from '@opmodel/backstage-plugin-opmodel-common';

/** Ref of the document of which a subject is a part, such as `scorecard:default/ready` of its check `#on-call`; undefined: it is of none. */
export function documentOf(subjectRef: string | undefined): string | undefined {
  const end = subjectRef?.indexOf('#') ?? -1;
  return end < 0 ? undefined : subjectRef!.slice(0, end);
}

/**
 * Refuses what only the register of debt may ask for: it knows on which entities the item hangs, and so who decides.
 *
 * @throws InputError, whether or not there is such an item
 */
export function refuseDebtItem({
  subject,
  subjectRef,
}: {
  subject: AcceptanceSubject;
  subjectRef?: string;
}): void {
  if (subject === 'debt' && subjectRef !== undefined) {
    throw new InputError(
      `'subjectRef' must not be given with 'debt', got '${subjectRef}'; an acceptance of debt is asked for at its item in the register`,
    );
  }
}

/**
 * Refuses what only the subject itself may ask for: it knows whether the part is there, and whether the caller may see the document.
 *
 * @throws InputError, whether or not there is such a document
 */
export function refusePartOfDocument(subjectRef: string | undefined): void {
  if (/^[^:/#]+:[^:/#]+\/[^:/#]+$/.test(documentOf(subjectRef) ?? '')) {
    throw new InputError(
      `'subjectRef' must not be part of a document, got '${subjectRef}'; an exemption from a check is asked for at its entity`,
    );
  }
}
