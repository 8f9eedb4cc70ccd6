import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  SloState,
  SloSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTile,
  MetricTileRow,
  ShareBar,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloFleetTranslationRef } from '../../translations/fleet';
import { useSloWords } from '../../words/useSloWords';

/** How the objectives of a selection are doing, and how much of it has any: five figures. */
export function SummaryTiles(props: { summary: SloSummary }) {
  const { summary } = props;
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const formats = useFormats();
  const words = useSloWords();
  const count = (state: SloState) =>
    summary.states.find(known => known.state === state)?.slos ?? 0;
  const some = (value: number) =>
    summary.slos === 0 ? null : formats.count(value);
  const inNeed = count('exhausted') + count('at_risk');
  const unknown = count('no_data') + count('thin');
  return (
    <section aria-label={t('summary.label')}>
      <MetricTileRow>
        <MetricTile
          label={t('summary.attention')}
          value={some(inNeed)}
          reason={t('summary.nothing')}
          state={
            count('exhausted') > 0 ? (
              <StateChip state="bad" label={words.state.exhausted} />
            ) : undefined
          }
          sample={t('summary.attentionDetail', {
            exhausted: formats.count(count('exhausted')),
            atRisk: formats.count(count('at_risk')),
          })}
        />
        <MetricTile
          label={t('summary.burning')}
          value={some(summary.burning)}
          reason={t('summary.nothing')}
          state={
            summary.burning > 0 ? <StateChip state="attention" /> : undefined
          }
          sample={t('summary.burningDetail')}
        />
        <MetricTile
          label={t('summary.met')}
          value={some(count('met'))}
          reason={t('summary.nothing')}
          sample={t('summary.metDetail', {
            met: formats.count(count('met')),
            total: formats.count(summary.slos),
          })}
        />
        <MetricTile
          label={t('summary.unknown')}
          value={some(unknown)}
          reason={t('summary.nothing')}
          state={unknown > 0 ? <StateChip state="no_data" /> : undefined}
          sample={t('summary.unknownDetail', {
            noData: formats.count(count('no_data')),
            thin: formats.count(count('thin')),
          })}
        />
        <CoverageTile summary={summary} />
      </MetricTileRow>
    </section>
  );
}

/** The coverage of the highest tier, on which most depends; that of everything where nothing has a tier. */
function CoverageTile(props: { summary: SloSummary }) {
  const { summary } = props;
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const formats = useFormats();
  const highest = summary.coverage.find(({ tier }) => tier !== null);
  const { entities, covered, share } = highest ?? summary;
  return (
    <MetricTile
      label={
        highest
          ? t('summary.coverage', { tier: String(highest.tier) })
          : t('summary.coverageAll')
      }
      value={share === null ? null : formats.share(share)}
      reason={t('summary.nothingToCover')}
      trend={
        share === null ? undefined : (
          <ShareBar share={share} series="coverage" />
        )
      }
      sample={t('summary.coverageDetail', {
        covered: formats.count(covered),
        entities: formats.count(entities),
      })}
    />
  );
}
