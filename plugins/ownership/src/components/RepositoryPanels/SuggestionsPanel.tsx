import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnerSuggestions } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  Snippet,
  StateChip,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipRepositoryTranslationRef } from '../../translations/repository';
import { OwnerName } from '../facts';

/** Teams that work on an entity, with the change that would make one of them its owner. */
export function SuggestionsPanel(props: {
  /** Null: activity is not read. */
  suggestions: OwnerSuggestions | null;
}) {
  const { suggestions } = props;
  const { t } = useTranslationRef(ownershipRepositoryTranslationRef);
  const facts = useFactStyles();
  if (suggestions === null) {
    return (
      <Panel
        title={t('suggestions.title')}
        actions={<StateChip state="no_data" label={t('notSetUp')} />}
      >
        <p className={facts.quiet}>{t('suggestions.notSetUp')}</p>
      </Panel>
    );
  }
  return <Suggestions suggestions={suggestions} />;
}

function Suggestions(props: { suggestions: OwnerSuggestions }) {
  const { state, items, unassignedShare, from, to } = props.suggestions;
  const { t } = useTranslationRef(ownershipRepositoryTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  return (
    <Panel
      title={t('suggestions.title')}
      actions={state === 'thin' && <StateChip state="thin" />}
    >
      {state === 'none' || items.length === 0 ? (
        <p className={facts.quiet}>{t('suggestions.none')}</p>
      ) : (
        <ul className={facts.list}>
          {items.map(item => (
            <li key={item.ownerRef}>
              <span className={facts.line}>
                <OwnerName entityRef={item.ownerRef} title={item.ownerTitle} />
                <span>
                  {t('suggestions.activity', {
                    count: item.commits,
                    share: formats.share(item.share),
                    people: formats.count(item.contributors),
                  })}
                </span>
              </span>
              <Snippet text={item.change} />
            </li>
          ))}
        </ul>
      )}
      <p className={facts.quiet}>
        {from !== null &&
          to !== null &&
          t('suggestions.window', { range: formats.dayRange(from, to) })}{' '}
        {unassignedShare !== null &&
          t('suggestions.unassigned', {
            share: formats.share(unassignedShare),
          })}
      </p>
    </Panel>
  );
}
