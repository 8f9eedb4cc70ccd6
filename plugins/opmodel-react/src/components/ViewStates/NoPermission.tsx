import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { opmodelTranslationRef } from '../../translation';
import { EmptyState } from './EmptyState';

/** The person may not see what would be here. */
export function NoPermission(props: {
  /** What it is, within a sentence: "DORA metrics". */
  subject: string;
}) {
  const { t } = useTranslationRef(opmodelTranslationRef);
  return (
    <EmptyState
      state="exempt"
      title={t('view.noPermissionTitle')}
      description={t('view.noPermissionText', { subject: props.subject })}
    />
  );
}
