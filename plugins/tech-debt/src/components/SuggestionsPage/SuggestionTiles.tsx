import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtSuggestionPage,
  DebtSuggestionSourceList,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTile,
  MetricTileRow,
  MetricTileSkeleton,
  QueryView,
  StateChip,
  useFormats,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSuggestionWords } from '../../suggestions/useSuggestionWords';
import { techDebtSuggestionsTranslationRef } from '../../translations/suggestions';

/** How much waits to be decided, how much of it is urgent, and whether all that looks for debt works. */
export function SuggestionTiles(props: {
  waiting: QueryState<DebtSuggestionPage>;
  urgent: QueryState<DebtSuggestionPage>;
  sources: QueryState<DebtSuggestionSourceList>;
}) {
  const { waiting, urgent, sources } = props;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  return (
    <QueryView
      query={waiting}
      subject={t('subject')}
      skeleton={
        <MetricTileRow>
          <MetricTileSkeleton />
          <MetricTileSkeleton />
          <MetricTileSkeleton />
        </MetricTileRow>
      }
    >
      {({ totalItems }) => (
        <MetricTileRow>
          <WaitingTile waiting={totalItems} sources={sources.data} />
          <UrgentTile waiting={totalItems} urgent={urgent.data?.totalItems} />
          {sources.data && <SourcesTile sources={sources.data} />}
        </MetricTileRow>
      )}
    </QueryView>
  );
}

function WaitingTile(props: {
  waiting: number;
  sources: DebtSuggestionSourceList | undefined;
}) {
  const { waiting, sources } = props;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const formats = useFormats();
  const words = useSuggestionWords();
  const bySource = (sources?.items ?? [])
    .filter(({ openSuggestions }) => openSuggestions > 0)
    .sort((a, b) => b.openSuggestions - a.openSuggestions)
    .slice(0, 3)
    .map(({ source, openSuggestions }) =>
      t('waiting.ofSource', {
        n: formats.count(openSuggestions),
        source: words.source[source],
      }),
    );
  return (
    <MetricTile
      label={t('waiting.label')}
      value={formats.count(waiting)}
      unit={t('waiting.unit', { count: waiting })}
      sample={waiting === 0 ? t('waiting.none') : bySource.join(' · ')}
    />
  );
}

function UrgentTile(props: { waiting: number; urgent: number | undefined }) {
  const { waiting, urgent } = props;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const formats = useFormats();
  return (
    <MetricTile
      label={t('critical.label')}
      value={waiting === 0 ? null : formats.count(urgent)}
      reason={t('waiting.none')}
      state={urgent ? <StateChip state="attention" /> : undefined}
      sample={t('critical.sample')}
    />
  );
}

function SourcesTile(props: { sources: DebtSuggestionSourceList }) {
  const { items } = props.sources;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const formats = useFormats();
  const atWork = items.filter(({ state }) => state !== 'off').length;
  const failing = items.filter(({ state }) => state === 'failing').length;
  return (
    <MetricTile
      label={t('sourcesTile.label')}
      value={formats.count(atWork)}
      state={
        failing > 0 ? (
          <StateChip
            state="error"
            label={t('sourcesTile.failing', { count: failing })}
          />
        ) : undefined
      }
      sample={t('sourcesTile.of', { n: formats.count(items.length) })}
    />
  );
}
