import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtDeedsTranslationRef } from '../translations/deeds';
import { useDebtWords } from '../words/useDebtWords';
import type { DebtDeeds } from './useDebtDeeds';

/** What became of the last deed, said aloud to those who do not see it. */
export function DeedStatus(props: { deeds: DebtDeeds }) {
  const { deeds } = props;
  return (
    <div role="status" aria-live="polite" style={{ minHeight: 20 }}>
      <Outcome deeds={deeds} />
    </div>
  );
}

function Outcome(props: { deeds: DebtDeeds }) {
  const { last, running, done, error, isConflict, asked } = props.deeds;
  const { t } = useTranslationRef(techDebtDeedsTranslationRef);
  const words = useDebtWords();
  if (last === undefined || running) {
    return null;
  }
  const { title } = last.item;
  if (isConflict) {
    return (
      <StateChip state="attention" label={t('move.conflict', { title })} />
    );
  }
  // A dialog that is open says itself what went wrong.
  if (error && !asked) {
    return (
      <StateChip
        state="error"
        label={t('move.failed', { title, message: error.message })}
      />
    );
  }
  return done ? (
    <StateChip
      state="good"
      label={t('move.done', { title, status: words.status[done.status] })}
    />
  ) : null;
}
