import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { DebtItemRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  RelativeTime,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  DebtItemLink,
  DebtOwner,
  DebtSeverityChip,
  DebtStatusChip,
  DueNote,
  PriceNote,
  usePriceWords,
} from '../../facts';
import { techDebtTranslationRef } from '../../translation';
import { useDebtWords } from '../../words/useDebtWords';
import type { RegisterColumnId } from './registerColumns';

/** Entities of an item that a row names. */
const MOST_ENTITIES = 2;

/** What one column says of an item. */
export function RegisterCell(props: {
  column: RegisterColumnId;
  item: DebtItemRow;
}) {
  const { column, item } = props;
  const { t } = useTranslationRef(techDebtTranslationRef);
  const formats = useFormats();
  const prices = usePriceWords();
  const words = useDebtWords();
  switch (column) {
    case 'title':
      return <DebtItemLink itemId={item.id}>{item.title}</DebtItemLink>;
    case 'on':
      return <Carriers entities={item.entities} />;
    case 'status':
      return <DebtStatusChip status={item.status} />;
    case 'category':
      return <>{words.category[item.category]}</>;
    case 'severity':
      return <DebtSeverityChip severity={item.severity} />;
    case 'principal': {
      const { principalDays } = item.estimate;
      return principalDays === null ? (
        <>{NO_VALUE}</>
      ) : (
        <>{prices.amount(principalDays, 'person_days')}</>
      );
    }
    case 'age':
      return <>{t('age.days', { count: item.age.days })}</>;
    case 'owner':
      return (
        <DebtOwner ownerRef={item.ownerRef} ownerTitle={item.ownerTitle} />
      );
    case 'target':
      return <DueNote item={item} />;
    case 'review':
      return <>{formats.day(item.reviewDate)}</>;
    case 'updated':
      return <RelativeTime instant={item.updatedAt} />;
    default:
      return <PriceNote price={item.prices[column]} />;
  }
}

function Carriers(props: { entities: DebtItemRow['entities'] }) {
  const { entities } = props;
  const more = entities.length - MOST_ENTITIES;
  return (
    <>
      {entities.slice(0, MOST_ENTITIES).map(({ ref, title }) => (
        <div key={ref}>
          <EntityRefLink entityRef={ref} title={title} />
        </div>
      ))}
      {more > 0 && `+${more}`}
    </>
  );
}
