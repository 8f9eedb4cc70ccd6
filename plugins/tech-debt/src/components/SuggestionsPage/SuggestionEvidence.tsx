import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtSuggestionDetail } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSuggestionWords } from '../../suggestions/useSuggestionWords';
import { techDebtSuggestionsTranslationRef } from '../../translations/suggestions';
import { toldCount } from '../../words/toldCount';

type Evidence = DebtSuggestionDetail['evidence'][number];

/** What speaks for a suggestion, each with its unit. */
export function SuggestionEvidence(props: { evidence: readonly Evidence[] }) {
  const { evidence } = props;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  const words = useSuggestionWords();
  if (evidence.length === 0) {
    return <p className={facts.quiet}>{t('drawer.nothing')}</p>;
  }
  return (
    <table className={table.table} aria-label={t('drawer.speaks')}>
      <tbody>
        {evidence.map(one => (
          <tr key={`${one.name} ${one.value ?? one.url}`}>
            <th scope="row">{words.evidence(one.name)}</th>
            <td>
              <EvidenceValue evidence={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EvidenceValue(props: { evidence: Evidence }) {
  const { type, value, unit, url } = props.evidence;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const formats = useFormats();
  if (type === 'link' && url) {
    return <Link to={url}>{value ?? url}</Link>;
  }
  if (type === 'day') {
    return <>{formats.day(String(value))}</>;
  }
  if (typeof value !== 'number') {
    return <>{value}</>;
  }
  switch (unit) {
    case 'share':
      return <>{formats.share(value)}</>;
    case 'days':
      return <>{t('evidence.days', { count: Math.round(value) })}</>;
    case 'minutes':
      return <>{t('evidence.minutes', { n: formats.decimal(value) })}</>;
    case 'commits':
    case 'lines':
      return (
        <>
          {t(`evidence.${unit}`, {
            count: toldCount(value),
            n: formats.decimal(value),
          })}
        </>
      );
    default:
      return <>{formats.decimal(value)}</>;
  }
}
