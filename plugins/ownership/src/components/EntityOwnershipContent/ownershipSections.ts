import type { OwnershipReport } from '@opmodel/backstage-plugin-opmodel-common';

/** Props of the sections of the tab. */
export interface OwnershipSectionsProps {
  report: OwnershipReport;
  onExplain: () => void;
  /** Called after something was confirmed, handed over or dated. */
  onChanged: () => void;
}
