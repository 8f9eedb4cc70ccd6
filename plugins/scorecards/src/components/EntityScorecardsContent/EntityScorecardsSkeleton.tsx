import {
  PanelSkeleton,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';

const ANSWER_HEIGHT = 200;
const CHECKS_HEIGHT = 420;

/** The tab while its answer is on its way. */
export function EntityScorecardsSkeleton() {
  const sections = useSectionStyles();
  return (
    <div className={sections.page}>
      <div className={sections.mainAndSide}>
        <PanelSkeleton height={ANSWER_HEIGHT} />
        <PanelSkeleton height={ANSWER_HEIGHT} />
      </div>
      <PanelSkeleton height={CHECKS_HEIGHT} />
    </div>
  );
}
