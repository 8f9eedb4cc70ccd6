import { useSectionStyles } from '@opmodel/backstage-plugin-opmodel-react';
import {
  useSuggestions,
  useSuggestionSources,
  useWaitingSuggestions,
} from '../../suggestions/suggestionQueries';
import { useSuggestionParams } from '../../suggestions/useSuggestionParams';
import { SourcesPanel } from './SourcesPanel';
import { SuggestionDrawer } from './SuggestionDrawer';
import { SuggestionFilter } from './SuggestionFilter';
import { SuggestionPanel } from './SuggestionPanel';
import { SuggestionTiles } from './SuggestionTiles';

/** Debt that sources found by themselves: how much waits to be decided, a row a suggestion, and who looks for it. */
export function SuggestionsPage() {
  const sections = useSectionStyles();
  const params = useSuggestionParams();
  const { choice, choose, query } = params;
  const waiting = useWaitingSuggestions();
  const urgent = useWaitingSuggestions(['critical', 'high']);
  const sources = useSuggestionSources();
  const pages = useSuggestions(query);
  const reload = () => {
    pages.page.retry();
    [waiting, urgent, sources].forEach(({ retry }) => retry());
  };
  return (
    <div className={sections.page}>
      <SuggestionTiles waiting={waiting} urgent={urgent} sources={sources} />
      <SuggestionFilter params={params} />
      <SuggestionPanel params={params} pages={pages} onDecided={reload} />
      <SourcesPanel
        sources={sources}
        onChoose={source => choose({ source, state: 'open' })}
      />
      {choice.shown && (
        <SuggestionDrawer
          suggestionId={choice.shown}
          onClose={() => choose({ shown: undefined })}
          onDecided={reload}
        />
      )}
    </div>
  );
}
