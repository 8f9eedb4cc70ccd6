import {
  PanelSkeleton,
  TilesSkeleton,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';

const TILES = 5;
const ADD_HEIGHT = 120;
const ITEMS_HEIGHT = 320;

/** The tab while its answer is on its way. */
export function EntityTechDebtSkeleton() {
  const sections = useSectionStyles();
  return (
    <div className={sections.page}>
      <TilesSkeleton count={TILES} />
      <PanelSkeleton height={ADD_HEIGHT} />
      <PanelSkeleton height={ITEMS_HEIGHT} />
    </div>
  );
}
