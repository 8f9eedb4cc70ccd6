import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { useOperationsParams } from './useOperationsParams';

/** Chooses the source whose deliveries are shown; nothing where there is no choice. */
export function SourceFilter(props: { sources: readonly string[] }) {
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const { source, showSource } = useOperationsParams();
  const id = useId();
  // An address may name a source that is not configured any more.
  const known = new Set(props.sources);
  if (source) {
    known.add(source);
  }
  if (known.size < 2 && !source) {
    return null;
  }
  return (
    <TextField
      select
      id={id}
      size="small"
      variant="outlined"
      margin="none"
      label={t('deliveries.filter')}
      value={source ?? ''}
      onChange={event => showSource(event.target.value || undefined)}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      <option value="">{t('deliveries.allSources')}</option>
      {[...known].sort().map(name => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </TextField>
  );
}
