import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { sloTranslationRef } from '../../translation';

/** Who answers for something, as a link. */
export function OwnerName(props: {
  /** Null: nobody. */
  entityRef: string | null;
  title?: string | null;
}) {
  const { entityRef, title } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  return entityRef === null ? (
    <span>{t('owner.none')}</span>
  ) : (
    <EntityRefLink
      entityRef={entityRef}
      defaultKind="group"
      title={title ?? undefined}
    />
  );
}
