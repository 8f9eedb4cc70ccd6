import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import {
  debtCategories,
  debtSeverities,
  debtStatuses,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ComponentFilterBar,
  EntityPicker,
  Panel,
} from '@opmodel/backstage-plugin-opmodel-react';
import type {
  RegisterChoice,
  RegisterParams,
  StatusChoice,
} from '../../hooks/useRegisterParams';
import { techDebtRegisterTranslationRef } from '../../translations/register';
import { useDebtWords } from '../../words/useDebtWords';
import { Select } from './Select';

/** What debt mostly hangs on, whose owners, systems and the like can be chosen. */
const KINDS = ['component', 'api', 'resource', 'system', 'domain'];
const LEVELS = ['1', '2', '3', '4', '5'] as const;

const useStyles = makeStyles({
  flag: { margin: 0, '& .MuiFormControlLabel-label': { fontSize: 14 } },
  wide: { gridColumn: 'span 2' },
});

/** Which pages narrow by what. What is drawn over time knows no status. */
export type RegisterFilters = 'all' | 'selection';

/** What a page of the register selects, by the filter that all fleet pages have and by what items are. Nothing is sent: each change shows at once. */
export function RegisterFilter(props: {
  params: RegisterParams;
  /** Default: all. */
  filters?: RegisterFilters;
}) {
  const { params, filters = 'all' } = props;
  const { choice, choose } = params;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const classes = useStyles();
  const words = useDebtWords();
  return (
    <Panel>
      <ComponentFilterBar
        filter={params.filter}
        kinds={KINDS}
        onChange={params.narrow}
        furtherFilters={params.furtherFilters}
        onClear={params.clear}
      >
        <div className={classes.wide}>
          <EntityPicker
            label={t('filter.entity')}
            kinds={KINDS}
            value={choice.entity}
            onChange={entity => choose({ entity })}
          />
        </div>
        <Select
          label={t('filter.category')}
          any={t('filter.any')}
          value={choice.category}
          choices={debtCategories.map(id => [id, words.category[id]])}
          onChange={category => choose({ category })}
        />
        <Select
          label={t('filter.severity')}
          any={t('filter.any')}
          value={choice.severity}
          choices={debtSeverities.map(id => [id, words.severity[id]])}
          onChange={severity => choose({ severity })}
        />
        {filters === 'all' && (
          <StandingFilters choice={choice} onChoose={choose} />
        )}
      </ComponentFilterBar>
    </Panel>
  );
}

/** Filters by where items stand today. */
function StandingFilters(props: {
  choice: RegisterChoice;
  onChoose: (change: Partial<RegisterChoice>) => void;
}) {
  const { choice, onChoose } = props;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const classes = useStyles();
  const words = useDebtWords();
  const flag = (field: 'overdue' | 'reviewDue') => (
    <FormControlLabel
      className={classes.flag}
      label={t(`filter.${field}`)}
      control={
        <Checkbox
          size="small"
          color="primary"
          checked={choice[field]}
          onChange={(_, checked) => onChoose({ [field]: checked })}
        />
      }
    />
  );
  const level = (field: 'impact' | 'likelihood') => (
    <Select
      label={t(`filter.${field}`)}
      any={t('filter.any')}
      value={LEVELS.find(known => known === String(choice[field]))}
      choices={LEVELS.map(known => [known, known])}
      onChange={value =>
        onChoose({ [field]: value === undefined ? undefined : Number(value) })
      }
    />
  );
  return (
    <>
      <Select<StatusChoice>
        label={t('filter.status')}
        value={choice.status}
        choices={[
          ['owed', t('filter.owed')],
          ...debtStatuses.map(id => [id, words.status[id]] as const),
          ['all', t('filter.all')],
        ]}
        onChange={status => onChoose({ status: status ?? 'owed' })}
      />
      {level('impact')}
      {level('likelihood')}
      {flag('overdue')}
      {flag('reviewDue')}
    </>
  );
}
