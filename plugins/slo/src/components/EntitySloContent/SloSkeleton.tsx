import {
  PanelSkeleton,
  TilesSkeleton,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';

const TILES = 5;
const OBJECTIVE_HEIGHT = 520;
const HALF_HEIGHT = 180;

/** The tab while its figures are on their way. */
export function SloSkeleton(props: { isScope: boolean }) {
  const sections = useSectionStyles();
  return (
    <div className={sections.page}>
      {props.isScope && <TilesSkeleton count={TILES} />}
      <div className={sections.mainAndSide}>
        <PanelSkeleton height={OBJECTIVE_HEIGHT} />
        <PanelSkeleton height={OBJECTIVE_HEIGHT} />
      </div>
      <div className={sections.halves}>
        <PanelSkeleton height={HALF_HEIGHT} />
        <PanelSkeleton height={HALF_HEIGHT} />
      </div>
    </div>
  );
}
