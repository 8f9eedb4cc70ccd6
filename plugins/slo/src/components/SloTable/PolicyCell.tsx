import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ConsequenceKind,
  PolicyConsequence,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateChip,
  useDenseTableStyles,
  type OpmodelState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { pagesRouteRef } from '../../routes';
import { sloFleetTranslationRef } from '../../translations/fleet';
import { weightiestConsequence } from './weightiestConsequence';

/** What error budget policies say of an SLO now, with the way to the policy that says it. */
export function PolicyCell(props: { slo: Pick<SloStatus, 'consequences'> }) {
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const table = useDenseTableStyles();
  const consequence = weightiestConsequence(props.slo);
  return consequence ? (
    <Verdict consequence={consequence} />
  ) : (
    <span className={table.quiet}>{t('policy.nothing')}</span>
  );
}

function Verdict(props: { consequence: PolicyConsequence }) {
  const { kind, policyRef, mode, excepted } = props.consequence;
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const pages = useRouteRef(pagesRouteRef)?.();
  const enforced: Record<ConsequenceKind, string> = {
    freeze_risky_releases: t('policy.freeze'),
    require_approval: t('policy.approval'),
    debt: t('policy.debt'),
    attention: t('policy.attention'),
  };
  const shadow: Record<ConsequenceKind, string> = {
    freeze_risky_releases: t('policy.wouldFreeze'),
    require_approval: t('policy.wouldApproval'),
    debt: t('policy.wouldDebt'),
    attention: t('policy.wouldAttention'),
  };
  const words = (mode === 'shadow' ? shadow : enforced)[kind];
  const inForce: OpmodelState =
    kind === 'freeze_risky_releases' ? 'bad' : 'attention';
  const chip = (
    <StateChip
      state={excepted || mode === 'shadow' ? 'exempt' : inForce}
      label={excepted ? t('policy.excepted') : words}
    />
  );
  const { namespace, name } = parseEntityRef(policyRef);
  return pages ? (
    <Link to={`${pages}/policies/${namespace}/${name}`}>{chip}</Link>
  ) : (
    chip
  );
}
