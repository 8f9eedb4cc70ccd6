import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ErrorBudgetPolicySummary } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  StateChip,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloPolicyTranslationRef } from '../../translations/policies';
import { useSloWords } from '../../words/useSloWords';
import { OwnerName } from '../facts';

/** What a policy says: what follows at which budget, what holds while nobody can tell, and who agreed. */
export function PolicyTerms(props: { policy: ErrorBudgetPolicySummary }) {
  const { thresholds, approvals, closedWhenUnknown } = props.policy;
  const { t } = useTranslationRef(sloPolicyTranslationRef);
  const formats = useFormats();
  const words = useSloWords();
  const facts = useFactStyles();
  return (
    <Panel title={t('detail.thresholds')}>
      <ul className={facts.list}>
        {thresholds.map(({ remaining, consequences }) => (
          <li key={remaining}>
            <h3 className={facts.heading}>
              {t('detail.at', { remaining: formats.share(remaining) })}
            </h3>
            <ul className={facts.list}>
              {consequences.map(kind => (
                <li key={kind}>{words.consequence[kind]}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <h3 className={facts.heading}>{t('detail.unknown')}</h3>
      <p className={facts.text}>
        {closedWhenUnknown
          ? t('detail.unknownClosed')
          : t('detail.unknownOpen')}
      </p>
      <h3 className={facts.heading}>{t('detail.approvals')}</h3>
      {approvals.length === 0 && (
        <p className={facts.quiet}>{t('detail.noApprovals')}</p>
      )}
      <ul className={facts.list}>
        {approvals.map(({ role, approvedBy, approvedOn }) => (
          <li key={role} className={facts.line}>
            <span>{t(`detail.${role}`)}:</span>
            {approvedBy === null ? (
              <StateChip state="attention" label={t('detail.notApproved')} />
            ) : (
              <span>
                <Approver name={approvedBy} />, {formats.day(approvedOn)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Who agreed: somebody of the catalog, or just a name. */
function Approver(props: { name: string }) {
  const { name } = props;
  return name.includes(':') ? <OwnerName entityRef={name} /> : <>{name}</>;
}
