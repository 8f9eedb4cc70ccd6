import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import {
  ActionButton,
  EntityPicker,
  Panel,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ReportParams } from '../../reports';
import { techDebtReportsTranslationRef } from '../../translations/reports';
import { carrierKinds } from '../../words/carrierKinds';

const SCOPE_KINDS = ['system', 'domain', 'group'];

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: theme.spacing(1.5),
    alignItems: 'center',
  },
  flag: { '& .MuiFormControlLabel-label': { fontSize: 13 } },
}));

/** Which reports are shown. Nothing is sent: each change shows at once. */
export function ReportFilter(props: { params: ReportParams }) {
  const { choice, choose, isFiltered, clear } = props.params;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const classes = useStyles();
  return (
    <Panel>
      <div className={classes.fields}>
        <EntityPicker
          label={t('filter.entity')}
          kinds={carrierKinds}
          value={choice.entity}
          onChange={entity => choose({ entity })}
        />
        <EntityPicker
          label={t('filter.scope')}
          kinds={SCOPE_KINDS}
          value={choice.scope}
          onChange={scope => choose({ scope })}
        />
        <FormControlLabel
          className={classes.flag}
          label={t('filter.unlinked')}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={choice.unlinked}
              onChange={(_, unlinked) => choose({ unlinked })}
            />
          }
        />
        {isFiltered && (
          <div>
            <ActionButton onClick={clear}>{t('empty.clear')}</ActionButton>
          </div>
        )}
      </div>
    </Panel>
  );
}
