import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtSuggestionDetail } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtSuggestionsTranslationRef } from '../../translations/suggestions';

type Evidence = DebtSuggestionDetail['evidence'][number];

/** What speaks for a suggestion, each with its unit. */
export function SuggestionEvidence(props: { evidence: readonly Evidence[] }) {
  const { evidence } = props;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  if (evidence.length === 0) {
    return <p className={facts.quiet}>{t('drawer.nothing')}</p>;
  }
  return (
    <table className={table.table} aria-label={t('drawer.speaks')}>
      <tbody>
        {evidence.map(one => (
          <tr key={`${one.name} ${one.value ?? one.url}`}>
            <th scope="row">{nameOf(one.name)}</th>
            <td>
              <EvidenceValue evidence={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A key of a source as words: `debtRatio` is a debt ratio in any language that it may come in. */
function nameOf(key: string): string {
  if (key === 'slo') {
    return 'SLO';
  }
  const words = key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
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
    case 'commits':
    case 'lines':
      return <>{t(`evidence.${unit}`, { n: formats.decimal(value) })}</>;
    default:
      return <>{formats.decimal(value)}</>;
  }
}
