import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Acceptance } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  StateChip,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { lazy, Suspense, useState } from 'react';
import { useNamedCheck } from '../../hooks/useNamedCheck';
import { acceptancesRouteRef } from '../../routes';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import type { CheckProps } from './CheckDetails';

const RequestExemptionDialog = lazy(async () => ({
  default: (await import('../../exemptions')).RequestExemptionDialog,
}));
const AttestDialog = lazy(async () => ({
  default: (await import('../../attestations')).AttestDialog,
}));

/** What is left to excuse: a check that passes or is not asked needs no exemption. */
const EXEMPTABLE = ['failed', 'warning', 'not_reported', 'error'];

/** What can be done about a verdict: have it explained, ask for an exemption, or vouch for what no system tells. */
export function CheckActions(props: CheckProps) {
  const { report, result, check, onChanged } = props;
  const { scope, mayRequestExemption, mayAttest } = report;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const facts = useFactStyles();
  const [dialog, setDialog] = useState<'exemption' | 'attestation'>();
  const [asked, setAsked] = useState<Acceptance>();
  const [, explain] = useNamedCheck('explain');
  const inbox = useRouteRef(acceptancesRouteRef)?.();
  const close = () => setDialog(undefined);
  return (
    <>
      <div className={facts.actions}>
        <ActionButton
          variant="outlined"
          onClick={() =>
            explain({
              scorecardRef: result.scorecard.ref,
              checkId: check.checkId,
            })
          }
        >
          {t('actions.explain')}
        </ActionButton>
        {mayRequestExemption &&
          check.exemption === null &&
          EXEMPTABLE.includes(check.state) && (
            <ActionButton
              variant="outlined"
              onClick={() => setDialog('exemption')}
            >
              {t('actions.exemption')}
            </ActionButton>
          )}
        {mayAttest && check.attestation !== null && (
          <ActionButton
            variant="outlined"
            onClick={() => setDialog('attestation')}
          >
            {t('actions.attest')}
          </ActionButton>
        )}
      </div>
      <div role="status">
        {asked && (
          <p className={facts.text}>
            <StateChip state="attention" label={t('actions.asked')} />{' '}
            {inbox && (
              <Link
                to={`${inbox}?${new URLSearchParams({
                  box: 'all',
                  id: asked.id,
                })}`}
              >
                {t('exemption.link')}
              </Link>
            )}
          </p>
        )}
      </div>
      <Suspense fallback={null}>
        {dialog === 'exemption' && (
          <RequestExemptionDialog
            entityRef={scope.ref}
            entityTitle={scope.title}
            scorecardRef={result.scorecard.ref}
            check={check}
            onClose={close}
            onRequested={acceptance => {
              setAsked(acceptance);
              onChanged();
            }}
          />
        )}
        {dialog === 'attestation' && check.attestation !== null && (
          <AttestDialog
            entityRef={scope.ref}
            entityTitle={scope.title}
            attestation={check.attestation}
            onClose={close}
            onAttested={onChanged}
          />
        )}
      </Suspense>
    </>
  );
}
