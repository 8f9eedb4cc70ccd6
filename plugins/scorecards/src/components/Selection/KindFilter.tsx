import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useKindName } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { Select } from './Select';

/** Kinds that are scored and that the catalog itself knows; others are reached by a link. */
const KINDS = ['component', 'api', 'resource', 'system', 'domain', 'group'];

/** Selects one kind of entities. */
export function KindFilter(props: {
  kind: string | undefined;
  onChoose: (kind: string | undefined) => void;
}) {
  const { kind, onChoose } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const nameOf = useKindName();
  const kinds = kind && !KINDS.includes(kind) ? [...KINDS, kind] : KINDS;
  return (
    <Select
      label={t('filter.kind')}
      any={t('filter.any')}
      value={kind}
      choices={kinds.map(known => [known, nameOf(known)])}
      onChange={onChoose}
    />
  );
}
