import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import type { NumberState } from '@opmodel/backstage-plugin-opmodel-common';
import { useId } from 'react';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';

/** Chooses components by how well their numbers are known. */
export function StateFilter(props: {
  state: NumberState | undefined;
  onChange: (change: { state: NumberState | undefined }) => void;
}) {
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const fieldId = useId();
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      id={fieldId}
      label={t('filter.state')}
      value={props.state ?? ''}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ displayEmpty: true }}
      onChange={event =>
        props.onChange({
          state: (event.target.value || undefined) as NumberState | undefined,
        })
      }
    >
      <MenuItem value="">{t('filter.any')}</MenuItem>
      <MenuItem value="ok">{t('state.ok')}</MenuItem>
      <MenuItem value="thin">{t('state.thin')}</MenuItem>
      <MenuItem value="no_data">{t('state.noData')}</MenuItem>
    </TextField>
  );
}
