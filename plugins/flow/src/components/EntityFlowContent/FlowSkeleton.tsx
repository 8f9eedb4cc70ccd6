import {
  PanelSkeleton,
  TilesSkeleton,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';

const CHART_HEIGHT = 300;
const HALF_HEIGHT = 240;

/** The tab while its numbers are on their way. */
export function FlowSkeleton() {
  const sections = useSectionStyles();
  return (
    <div className={sections.page}>
      <TilesSkeleton count={5} />
      <div className={sections.mainAndSide}>
        <PanelSkeleton height={CHART_HEIGHT} />
        <PanelSkeleton height={CHART_HEIGHT} />
      </div>
      <div className={sections.halves}>
        <PanelSkeleton height={HALF_HEIGHT} />
        <PanelSkeleton height={HALF_HEIGHT} />
      </div>
      <PanelSkeleton height={HALF_HEIGHT} />
    </div>
  );
}
