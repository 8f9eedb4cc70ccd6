import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Hint,
  StateChip,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../../translation';
import { useExclusionText } from '../../exclusions';

/** Whether a row counts, and if not, why. */
export function CountedNote(props: { exclusion: string | null }) {
  const { exclusion } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const describe = useExclusionText();
  const table = useDenseTableStyles();
  if (exclusion === null) {
    return <span className={table.quiet}>{t('evidence.isCounted')}</span>;
  }
  const { short, long } = describe(exclusion);
  return (
    <Hint title={long}>
      <StateChip state="no_data" label={short} />
    </Hint>
  );
}
