import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { scorecardsTranslationRef } from '../../translation';

/** Who answers for something, as a link. */
export function OwnerName(props: {
  /** Null: nobody. */
  entityRef: string | null;
  title?: string | null;
}) {
  const { entityRef, title } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
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
