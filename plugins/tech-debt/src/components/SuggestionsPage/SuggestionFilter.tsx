import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { debtSeverities } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  GroupPicker,
  Panel,
  TextFilter,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  suggestionSources,
  suggestionStates,
  type SuggestionChoice,
  type SuggestionParams,
} from '../../suggestions/useSuggestionParams';
import { useSuggestionWords } from '../../suggestions/useSuggestionWords';
import { techDebtSuggestionsTranslationRef } from '../../translations/suggestions';
import { useDebtWords } from '../../words/useDebtWords';
import { Select } from '../RegisterFilter';

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
    gap: theme.spacing(1.5),
    alignItems: 'start',
  },
}));

/** What of the suggestions is shown. Nothing is sent: each change shows at once. */
export function SuggestionFilter(props: { params: SuggestionParams }) {
  const { choice, choose, isFiltered, clear } = props.params;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const classes = useStyles();
  const words = useSuggestionWords();
  const debtWords = useDebtWords();
  return (
    <Panel>
      <div className={classes.fields}>
        <TextFilter
          label={t('filter.text')}
          clearLabel={t('filter.clearText')}
          value={choice.text}
          onChange={text => choose({ text })}
        />
        <Select<SuggestionChoice['state']>
          label={t('filter.state')}
          value={choice.state}
          choices={[
            ...suggestionStates.map(id => [id, words.state[id]] as const),
            ['all', t('state.all')],
          ]}
          onChange={state => choose({ state: state ?? 'open' })}
        />
        <Select
          label={t('filter.source')}
          any={t('filter.any')}
          value={choice.source}
          choices={suggestionSources.map(id => [id, words.source[id]])}
          onChange={source => choose({ source })}
        />
        <Select
          label={t('filter.severity')}
          any={t('filter.any')}
          value={choice.severity}
          choices={debtSeverities.map(id => [id, debtWords.severity[id]])}
          onChange={severity => choose({ severity })}
        />
        <GroupPicker
          label={t('filter.owner')}
          value={choice.owner}
          onChange={owner => choose({ owner })}
        />
        {isFiltered && (
          <div>
            <ActionButton onClick={clear}>{t('empty.clear')}</ActionButton>
          </div>
        )}
      </div>
    </Panel>
  );
}
