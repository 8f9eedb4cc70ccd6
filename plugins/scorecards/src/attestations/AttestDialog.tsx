import type { Attestation } from '@opmodel/backstage-plugin-opmodel-common';

/** Props of {@link AttestDialog}. */
export interface AttestDialogProps {
  entityRef: string;
  entityTitle: string;
  /** Name of what is vouched for, as the check says. */
  attestation: string;
  onClose: () => void;
  /** Called with what was vouched for, before the dialog closes. */
  onAttested: (attestation: Attestation) => void;
}

/** Being written. */
export function AttestDialog(_: AttestDialogProps) {
  return null;
}
