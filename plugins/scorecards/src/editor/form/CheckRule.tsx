import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { checkTypes } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChoicePicker,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ExpressionField } from '../expression/ExpressionField';
import { scorecardEditorTranslationRef } from '../translation';
import type { CheckFormProps } from './CheckForm';
import { ParameterField } from './ParameterField';
import { ProblemLine } from './ProblemLine';
import { SpecText } from './SpecFields';
import { useFormStyles } from './useFormStyles';

/** What must be true: an expression, or a ready-made check with its parameters. */
export function CheckRule(props: CheckFormProps) {
  const { check, at, onChange } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  const path = `checks[${at}]`;
  const { type } = check;
  return (
    <>
      <div className={classes.line}>
        <ChoicePicker
          label={t('check.kind')}
          value={type ?? ''}
          choices={[
            { id: '', label: t('check.kindExpression') },
            ...checkTypes.map(({ id, title }) => ({ id, label: title })),
            // What is written stays to be seen, also where it is no type.
            ...(type !== undefined && checkTypes.every(({ id }) => id !== type)
              ? [{ id: type, label: type }]
              : []),
          ]}
          onChange={id =>
            onChange(
              id === ''
                ? { type: undefined, parameters: undefined }
                : { type: id, parameters: undefined, expression: undefined },
            )
          }
        />
      </div>
      <ProblemLine path={`${path}.type`} />
      {type === undefined ? (
        <ExpressionField
          path={`${path}.expression`}
          label={t('check.expression')}
          hint={t('check.expressionHint')}
          required
          mustDecide
          value={check.expression ?? ''}
          onChange={expression => onChange({ expression })}
        />
      ) : (
        <Parameters {...props} />
      )}
      <ExpressionField
        path={`${path}.warning`}
        label={t('check.warning')}
        hint={t('check.warningHint')}
        mustDecide
        value={check.warning ?? ''}
        onChange={warning => onChange({ warning })}
      />
      <div className={classes.columns}>
        <ExpressionField
          path={`${path}.value`}
          label={t('check.value')}
          hint={t('check.valueHint')}
          value={check.value ?? ''}
          onChange={value => onChange({ value })}
        />
        <SpecText
          path={`${path}.unit`}
          label={t('check.unit')}
          value={check.unit}
          onChange={unit => onChange({ unit })}
        />
      </div>
    </>
  );
}

/** What a ready-made check asks, and its parameters. */
function Parameters(props: CheckFormProps) {
  const { check, at, onChange } = props;
  const facts = useFactStyles();
  const classes = useFormStyles();
  const path = `checks[${at}].parameters`;
  const type = checkTypes.find(({ id }) => id === check.type);
  const { parameters = {} } = check;
  return (
    <>
      {type && <p className={facts.quiet}>{type.description}</p>}
      <ProblemLine path={path} />
      <div className={classes.columns}>
        {Object.entries(type?.parameters ?? {}).map(([name, parameter]) => (
          <ParameterField
            key={name}
            path={`${path}.${name}`}
            name={name}
            parameter={parameter}
            value={parameters[name]}
            onChange={value => {
              const { [name]: _, ...others } = parameters;
              const changed =
                value === undefined ? others : { ...others, [name]: value };
              onChange({
                parameters:
                  Object.keys(changed).length > 0 ? changed : undefined,
              });
            }}
          />
        ))}
      </div>
    </>
  );
}
