import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Decision,
  DecisionStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateChip,
  useFormats,
  type OpmodelState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipDecisionsTranslationRef } from '../../translations/decisions';
import { OwnerName } from '../facts';
import { useStatusWords } from './useStatusWords';

const states: Record<DecisionStatus, OpmodelState> = {
  accepted: 'good',
  proposed: 'attention',
  superseded: 'exempt',
  rejected: 'exempt',
};

/** Where a decision stands, and whether its review is overdue. */
export function DecisionState(props: { decision: Decision }) {
  const { status, reviewOverdue, reviewOn } = props.decision;
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  const formats = useFormats();
  const words = useStatusWords();
  return (
    <>
      <StateChip state={states[status]} label={words[status]} />
      {reviewOverdue && (
        <>
          {' '}
          <StateChip
            state="attention"
            label={t('overdue', { day: formats.day(reviewOn) })}
          />
        </>
      )}
    </>
  );
}

/** Who answers for a decision. */
export function DecisionOwner(props: { decision: Decision }) {
  const { ownerRef, ownerTitle } = props.decision;
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  return ownerRef === null ? (
    <span>{t('hiddenOwner')}</span>
  ) : (
    <OwnerName entityRef={ownerRef} title={ownerTitle} />
  );
}
