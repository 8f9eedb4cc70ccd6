import {
  PanelSkeleton,
  TilesSkeleton,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';

const TILES = 4;
const LADDER_HEIGHT = 420;
const CHART_HEIGHT = 260;
const HALF_HEIGHT = 200;

/** The tab while its facts are on their way. */
export function OwnershipSkeleton(props: { isScope: boolean }) {
  const { isScope } = props;
  const sections = useSectionStyles();
  const mainHeight = isScope ? CHART_HEIGHT : LADDER_HEIGHT;
  return (
    <div className={sections.page}>
      {isScope && <TilesSkeleton count={TILES} />}
      <div className={sections.mainAndSide}>
        <PanelSkeleton height={mainHeight} />
        <PanelSkeleton height={mainHeight} />
      </div>
      <div className={sections.halves}>
        <PanelSkeleton height={HALF_HEIGHT} />
        <PanelSkeleton height={HALF_HEIGHT} />
      </div>
    </div>
  );
}
