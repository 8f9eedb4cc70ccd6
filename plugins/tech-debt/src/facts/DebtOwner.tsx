import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { techDebtTranslationRef } from '../translation';

/** The group that answers for an item, as a link. */
export function DebtOwner(props: {
  /** Null: one that the reader may not see. */
  ownerRef: string | null;
  ownerTitle: string | null;
}) {
  const { ownerRef, ownerTitle } = props;
  const { t } = useTranslationRef(techDebtTranslationRef);
  return ownerRef === null ? (
    <span>{t('owner.none')}</span>
  ) : (
    <EntityRefLink
      entityRef={ownerRef}
      defaultKind="group"
      title={ownerTitle ?? undefined}
    />
  );
}
