import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { opmodelTranslationRef } from '../translation';

/** Says what a kind of the catalog is called, whatever its case; one of another plugin is called as it is written. */
export function useKindName(): (kind: string) => string {
  const { t } = useTranslationRef(opmodelTranslationRef);
  const names: Record<string, string> = {
    component: t('kind.component'),
    api: t('kind.api'),
    resource: t('kind.resource'),
    system: t('kind.system'),
    domain: t('kind.domain'),
    group: t('kind.group'),
  };
  return kind => names[kind.toLowerCase()] ?? kind;
}
