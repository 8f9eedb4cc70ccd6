import type { Acceptance } from '@opmodel/backstage-plugin-opmodel-common';

/** Props of {@link RequestExemptionDialog}. */
export interface RequestExemptionDialogProps {
  entityRef: string;
  entityTitle: string;
  scorecardRef: string;
  check: { checkId: string; name: string };
  onClose: () => void;
  /** Called with what was asked for, before the dialog closes. */
  onRequested: (acceptance: Acceptance) => void;
}

/** Being written. */
export function RequestExemptionDialog(_: RequestExemptionDialogProps) {
  return null;
}
