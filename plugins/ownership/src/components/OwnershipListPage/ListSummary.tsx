import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { OwnershipSummary } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  PanelSkeleton,
  QueryView,
  TilesSkeleton,
  useFormats,
  useOpmodelPalette,
  useSectionStyles,
  WindowPicker,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { OwnershipChoice } from '../../hooks/useOwnershipListParams';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { CoverageTiles, GapFilterButtons } from '../Coverage';
import { CoverageTrend } from '../CoverageTrend';
import { OwnershipDocsLink } from '../OwnershipDocsLink';
import { OwnershipFreshness } from '../OwnershipFreshness';

const useStyles = makeStyles(theme => ({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1),
    fontSize: 12,
    lineHeight: '18px',
    minHeight: 18,
    '& > *:not(:last-child)::after': {
      content: '"·"',
      marginLeft: theme.spacing(1),
    },
  },
}));

const TILES = 4;
const TREND_HEIGHT = 280;

/** The coverage of what the filter selects, its trend, and how many entities have each gap. */
export function ListSummary(props: {
  summary: QueryState<OwnershipSummary>;
  choice: OwnershipChoice;
  onChoose: (change: Partial<OwnershipChoice>) => void;
  onExplain: () => void;
}) {
  const { summary, choice, onChoose, onExplain } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const classes = useStyles();
  const sections = useSectionStyles();
  return (
    <>
      <div className={classes.strip}>
        <SummaryFacts summary={summary.data} />
        <WindowPicker
          value={choice.window}
          onChange={window => onChoose({ window })}
          days={summary.data?.window}
        />
      </div>
      <QueryView
        query={summary}
        subject={t('list.subject')}
        skeleton={
          <div className={sections.page}>
            <TilesSkeleton count={TILES} />
            <PanelSkeleton height={TREND_HEIGHT} />
          </div>
        }
      >
        {data => (
          <div className={sections.page}>
            <CoverageTiles summary={data} onExplain={onExplain} />
            {data.coverage.entities > 0 && (
              <>
                <CoverageTrend trend={data.trend} />
                <Panel title={t('gapFilter.title')}>
                  <GapFilterButtons
                    gaps={data.gaps}
                    chosen={choice.gap}
                    onChoose={gap => onChoose({ gap })}
                  />
                </Panel>
              </>
            )}
          </div>
        )}
      </QueryView>
    </>
  );
}

function SummaryFacts(props: { summary: OwnershipSummary | undefined }) {
  const { summary } = props;
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const classes = useStyles();
  return (
    <div className={classes.facts} style={{ color: palette.quiet }}>
      {summary && (
        <>
          <span>
            {formats.dayRange(summary.window.from, summary.window.to)} (
            {summary.window.zone})
          </span>
          <span>
            <OwnershipDocsLink definition={summary.definition} />
          </span>
          <span>
            <OwnershipFreshness freshness={summary.freshness} />
          </span>
        </>
      )}
    </div>
  );
}
