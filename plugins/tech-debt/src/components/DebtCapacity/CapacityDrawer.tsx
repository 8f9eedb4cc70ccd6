import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtCapacity,
  DebtCapacitySpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainDrawer,
  ExplainSection,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtDocsLink } from '../../facts';
import { techDebtCapacityTranslationRef } from '../../translations/capacity';

/** How the capacity for debt came about: each number with the figures that it is made of, in both windows. */
export function CapacityDrawer(props: {
  open: boolean;
  capacity: DebtCapacity;
  onClose: () => void;
}) {
  const { open, capacity, onClose } = props;
  const { current, previous, noDataBecause } = capacity;
  const { t } = useTranslationRef(techDebtCapacityTranslationRef);
  const formats = useFormats();
  const daysOf = ({ from, to }: DebtCapacitySpan) => formats.dayRange(from, to);
  return (
    <ExplainDrawer open={open} onClose={onClose} title={t('title')}>
      <ExplainSection title={t('explain.means')}>
        {t('text')} {t('explain.text')}
      </ExplainSection>
      <ExplainSection title={t('explain.current', { days: daysOf(current) })}>
        {noDataBecause && <div>{t(`noData.${noDataBecause}`)}</div>}
        <Terms span={current} />
      </ExplainSection>
      {previous.explanation.length > 0 && (
        <ExplainSection
          title={t('explain.previous', { days: daysOf(previous) })}
        >
          <Terms span={previous} />
        </ExplainSection>
      )}
      <ExplainSection title={t('explain.docs')}>
        <DebtDocsLink />
      </ExplainSection>
    </ExplainDrawer>
  );
}

function Terms(props: { span: DebtCapacitySpan }) {
  const { t } = useTranslationRef(techDebtCapacityTranslationRef);
  return (
    <>
      {props.span.explanation.map(({ number, formula }) => (
        <div key={number}>{t(`explain.${number}`, { formula })}</div>
      ))}
    </>
  );
}
