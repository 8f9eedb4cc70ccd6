import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtSeverity } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NoteChip,
  StateChip,
  type OpmodelState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtTranslationRef } from '../translation';
import { useDebtWords } from '../words/useDebtWords';

const stateOf: Partial<Record<DebtSeverity, OpmodelState>> = {
  critical: 'bad',
  high: 'attention',
};

/** How bad an item is. */
export function DebtSeverityChip(props: {
  /** Null: nobody said. */
  severity: DebtSeverity | null;
}) {
  const { severity } = props;
  const { t } = useTranslationRef(techDebtTranslationRef);
  const words = useDebtWords();
  if (severity === null) {
    return <span>{t('severity.none')}</span>;
  }
  const state = stateOf[severity];
  return state ? (
    <StateChip state={state} label={words.severity[severity]} />
  ) : (
    <NoteChip>{words.severity[severity]}</NoteChip>
  );
}
