import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtCapacity,
  DebtCapacitySpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTile,
  MetricTileRow,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtCapacityTranslationRef } from '../../translations/capacity';
import { pointsOf, useCapacityWords } from './useCapacityWords';

/** What was spent, what was agreed, and the difference. Nothing is held against what nobody agreed on. */
export function CapacityTiles(props: {
  capacity: DebtCapacity;
  onExplain: () => void;
}) {
  const { capacity, onExplain } = props;
  const { current, previous, unit, noDataBecause } = capacity;
  const { t } = useTranslationRef(techDebtCapacityTranslationRef);
  const formats = useFormats();
  const words = useCapacityWords(unit);
  const isAgreed = current.basis === 'agreed' || current.basis === 'exception';
  const before = (value: string | null) =>
    value === null ? t('beforeUnknown') : t('before', { value });
  const share = (value: number | null) =>
    value === null ? null : formats.share(value);
  const sample = (amount: number | null) =>
    amount === null ? undefined : words.partOf(amount, current.classified);
  const reason = noDataBecause ? t(`noData.${noDataBecause}`) : undefined;
  return (
    <MetricTileRow>
      <MetricTile
        label={t('spent')}
        value={share(current.spentShare)}
        reason={reason}
        state={<SampleState span={current} />}
        change={before(share(previous.spentShare))}
        sample={sample(current.spent)}
        onExplain={onExplain}
      />
      <MetricTile
        label={t('agreed')}
        words={!isAgreed}
        value={isAgreed ? share(current.agreedShare) : t('nothingAgreed')}
        change={<Proposal span={current} />}
        sample={isAgreed ? sample(current.agreed) : undefined}
      />
      <MetricTile
        words
        label={t('delta')}
        value={
          isAgreed && current.delta !== null
            ? words.difference(current.delta)
            : null
        }
        reason={reason ?? t('nothingAgreed')}
        state={isAgreed ? <Verdict span={current} /> : undefined}
      />
    </MetricTileRow>
  );
}

/** What is proposed where nobody agreed on anything. */
function Proposal(props: { span: DebtCapacitySpan }) {
  const { basis, agreedShare } = props.span;
  const { t } = useTranslationRef(techDebtCapacityTranslationRef);
  const formats = useFormats();
  switch (basis) {
    case 'default':
      return <>{t('proposed', { share: formats.share(agreedShare) })}</>;
    case 'none':
      return <>{t('asksNothing')}</>;
    default:
      return null;
  }
}

/** Why a share is shown and not graded. */
function SampleState(props: { span: DebtCapacitySpan }) {
  const { state } = props.span;
  const { t } = useTranslationRef(techDebtCapacityTranslationRef);
  switch (state) {
    case 'thin':
      return <StateChip state="thin" />;
    case 'unclassified':
      return <StateChip state="thin" label={t('unclassified')} />;
    case 'no_data':
      return <StateChip state="no_data" />;
    default:
      return null;
  }
}

/** Less than agreed needs somebody; more is a fact, and neither good nor bad. */
function Verdict(props: { span: DebtCapacitySpan }) {
  const { state, delta } = props.span;
  const { t } = useTranslationRef(techDebtCapacityTranslationRef);
  if (state !== 'ok' || delta === null || pointsOf(delta) > 0) {
    return null;
  }
  return pointsOf(delta) < 0 ? (
    <StateChip state="attention" label={t('underChip')} />
  ) : (
    <StateChip state="good" label={t('asAgreed')} />
  );
}
