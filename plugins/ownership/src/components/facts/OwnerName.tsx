import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipTranslationRef } from '../../translation';

/** A group or person as a link, or its name where the catalog does not have it. */
export function OwnerName(props: {
  /** Null: nobody. */
  entityRef: string | null;
  title?: string | null;
  exists?: boolean;
}) {
  const { entityRef, title, exists = true } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  if (entityRef === null) {
    return <span>{t('owner.none')}</span>;
  }
  return exists ? (
    <EntityRefLink
      entityRef={entityRef}
      defaultKind="group"
      title={title ?? undefined}
    />
  ) : (
    <>
      <span>{title ?? entityRef}</span>{' '}
      <StateChip state="bad" label={t('owner.unknown')} />
    </>
  );
}
