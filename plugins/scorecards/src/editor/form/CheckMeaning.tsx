import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChoicePicker } from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import { ExpressionField } from '../expression/ExpressionField';
import { idOfName } from '../spec';
import { scorecardEditorTranslationRef } from '../translation';
import type { CheckFormProps } from './CheckForm';
import { CheckRule } from './CheckRule';
import { ProblemLine } from './ProblemLine';
import { SpecNumber, SpecText } from './SpecFields';
import { useFormStyles } from './useFormStyles';

const LONGEST_NAME = 200;
const LONGEST_ID = 63;

/** What a check asks, of which level it is, and of which entities it is asked. */
export function CheckMeaning(props: CheckFormProps) {
  const { check, at, levels, categories, withPoints, onChange } = props;
  const { otherIds, mayRename } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  const path = `checks[${at}]`;
  const listId = useId();
  // The id follows the name until somebody has written one, or it was published: results are kept by it.
  const followsName =
    check.id === undefined ||
    (mayRename && check.id === idOfName(check.name ?? '', otherIds));
  return (
    <>
      <div className={classes.columns}>
        <SpecText
          path={`${path}.name`}
          label={t('check.name')}
          // A ready-made check has a name of its own.
          required={check.type === undefined}
          longest={LONGEST_NAME}
          value={check.name}
          onChange={name =>
            onChange({
              name,
              ...(followsName && { id: idOfName(name, otherIds) }),
            })
          }
        />
        <SpecText
          path={`${path}.id`}
          label={t('check.id')}
          required
          hint={t('check.idHint')}
          longest={LONGEST_ID}
          value={check.id}
          onChange={id => onChange({ id })}
        />
      </div>
      <CheckRule {...props} />
      <ExpressionField
        path={`${path}.filter`}
        label={t('check.filter')}
        hint={t('check.filterHint')}
        mustDecide
        value={check.filter ?? ''}
        onChange={filter => onChange({ filter })}
      />
      <div className={classes.columns}>
        <div>
          <ChoicePicker
            label={t('check.level')}
            value={check.level ?? ''}
            choices={[
              { id: '', label: t('check.noLevel') },
              ...[...new Set([...levels, check.level ?? ''])]
                .filter(name => name !== '')
                .map(name => ({ id: name, label: name })),
            ]}
            onChange={level => onChange({ level })}
          />
          <ProblemLine path={`${path}.level`} />
        </div>
        <SpecText
          path={`${path}.category`}
          label={t('check.category')}
          value={check.category}
          inputProps={{ list: listId }}
          onChange={category => onChange({ category })}
        />
        {withPoints && (
          <SpecNumber
            path={`${path}.weight`}
            label={t('check.weight')}
            min={0}
            step={1}
            value={check.weight}
            onChange={weight => onChange({ weight })}
          />
        )}
      </div>
      <datalist id={listId}>
        {categories.map(category => (
          <option key={category} value={category} />
        ))}
      </datalist>
    </>
  );
}
