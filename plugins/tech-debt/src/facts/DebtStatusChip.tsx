import type { DebtStatus } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NoteChip,
  StateChip,
  type OpmodelState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useDebtWords } from '../words/useDebtWords';

/** Statuses that say how an item fares. Where it stands on its way to be paid is neither good nor bad. */
const stateOf: Partial<Record<DebtStatus, OpmodelState>> = {
  accepted: 'exempt',
  resolved: 'good',
};

/** Where an item stands. */
export function DebtStatusChip(props: { status: DebtStatus }) {
  const { status } = props;
  const words = useDebtWords();
  const state = stateOf[status];
  return state ? (
    <StateChip state={state} label={words.status[status]} />
  ) : (
    <NoteChip>{words.status[status]}</NoteChip>
  );
}
