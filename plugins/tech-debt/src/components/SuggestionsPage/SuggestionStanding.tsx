import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtSuggestionDetail } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtItemLink } from '../../facts';
import { techDebtSuggestionsTranslationRef } from '../../translations/suggestions';

/** What became of a suggestion: who decided it and how, whether it is still found, and whether somebody accepts it. */
export function SuggestionStanding(props: {
  suggestion: DebtSuggestionDetail;
}) {
  const { promotion, dismissal, goneSince, acceptedUntil } = props.suggestion;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  return (
    <div role="status">
      {promotion && (
        <p className={facts.text}>
          {t('drawer.promoted', {
            by: promotion.by,
            day: formats.instant(promotion.at),
          })}{' '}
          {promotion.itemId === null ? (
            t('drawer.hiddenItem')
          ) : (
            <DebtItemLink amongWords itemId={promotion.itemId}>
              {t('deed.openItem')}
            </DebtItemLink>
          )}
        </p>
      )}
      {dismissal && (
        <p className={facts.text}>
          {t('drawer.dismissed', {
            by: dismissal.by,
            day: formats.instant(dismissal.at),
            reason: dismissal.reason,
          })}
        </p>
      )}
      {goneSince && (
        <p className={facts.text}>
          {t('drawer.gone', { day: formats.instant(goneSince) })}
        </p>
      )}
      {acceptedUntil && (
        <p className={facts.text}>
          {t('drawer.accepted', { day: formats.day(acceptedUntil) })}
        </p>
      )}
    </div>
  );
}
