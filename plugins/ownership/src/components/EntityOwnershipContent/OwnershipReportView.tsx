import type { OwnershipReport } from '@opmodel/backstage-plugin-opmodel-common';
import { useSectionStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { OwnedEntitySections } from './OwnedEntitySections';
import { ScopeSections } from './ScopeSections';

/** Props of the sections of the tab. */
export interface OwnershipSectionsProps {
  report: OwnershipReport;
  onExplain: () => void;
  /** Called after something was confirmed, handed over or dated. */
  onChanged: () => void;
}

/** A report as a page. A system or domain is owned itself, and holds what is owned. */
export function OwnershipReportView(props: OwnershipSectionsProps) {
  const sections = useSectionStyles();
  return (
    <div className={sections.page}>
      {props.report.rollUp && (
        <ScopeSections {...props} summary={props.report.rollUp} />
      )}
      {props.report.ladder && <OwnedEntitySections {...props} />}
    </div>
  );
}
