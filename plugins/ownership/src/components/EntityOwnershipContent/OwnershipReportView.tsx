import { useSectionStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { OwnedEntitySections } from './OwnedEntitySections';
import type { OwnershipSectionsProps } from './ownershipSections';
import { ScopeSections } from './ScopeSections';

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
