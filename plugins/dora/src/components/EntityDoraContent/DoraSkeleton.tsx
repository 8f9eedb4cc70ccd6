import {
  PanelSkeleton,
  TilesSkeleton,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';

const TREND_HEIGHT = 660;
const HALF_HEIGHT = 258;
const TABLE_HEIGHT = 240;

/** The tab while its numbers are on their way. */
export function DoraSkeleton() {
  const sections = useSectionStyles();
  return (
    <div className={sections.page}>
      <TilesSkeleton count={5} />
      <TilesSkeleton count={3} />
      <div className={sections.mainAndSide}>
        <PanelSkeleton height={TREND_HEIGHT} />
        <PanelSkeleton height={TREND_HEIGHT} />
      </div>
      <div className={sections.halves}>
        <PanelSkeleton height={HALF_HEIGHT} />
        <PanelSkeleton height={HALF_HEIGHT} />
      </div>
      <PanelSkeleton height={TABLE_HEIGHT} />
    </div>
  );
}
