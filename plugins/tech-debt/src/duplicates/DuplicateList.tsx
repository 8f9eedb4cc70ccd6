import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FoundDebtDuplicate } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import { DebtItemLink, DebtStatusChip } from '../facts';
import { techDebtEntityTranslationRef } from '../translations/entity';
import { useDebtWords } from '../words/useDebtWords';

/** Items that another one may be the same as, and why; nothing where there are none. */
export function DuplicateList(props: {
  title: string;
  duplicates: readonly FoundDebtDuplicate[];
  /** Items that were not compared. */
  unread?: number;
}) {
  const { title, duplicates, unread = 0 } = props;
  const { t } = useTranslationRef(techDebtEntityTranslationRef);
  const facts = useFactStyles();
  const titleId = useId();
  if (duplicates.length === 0) {
    return null;
  }
  return (
    <>
      <div className={facts.heading} id={titleId}>
        {title}
      </div>
      <ul className={facts.list} aria-labelledby={titleId}>
        {duplicates.map(duplicate => (
          <li key={duplicate.id} className={facts.line}>
            <DebtItemLink itemId={duplicate.id}>{duplicate.title}</DebtItemLink>
            <DebtStatusChip status={duplicate.status} />
            <Reasons duplicate={duplicate} />
          </li>
        ))}
      </ul>
      {unread > 0 && (
        <p className={facts.quiet}>
          {t('duplicates.unread', { count: unread })}
        </p>
      )}
    </>
  );
}

function Reasons(props: { duplicate: FoundDebtDuplicate }) {
  const { t } = useTranslationRef(techDebtEntityTranslationRef);
  const words = useDebtWords();
  const formats = useFormats();
  const reasons = props.duplicate.reasons.map(
    ({ type, link, similarity = 0 }) => {
      if (type === 'similar_title') {
        return t('duplicates.similarTitle', {
          share: formats.share(similarity),
        });
      }
      return type === 'same_link' && link
        ? t('duplicates.sameLink', { type: words.link[link.type] })
        : t('duplicates.sharedEvidence');
    },
  );
  return <span>{reasons.join(', ')}</span>;
}
