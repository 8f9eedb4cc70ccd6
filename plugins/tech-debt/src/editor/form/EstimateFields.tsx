import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  estimateRanges,
  wsjfPoints,
  type DebtEstimateField,
} from '@opmodel/backstage-plugin-opmodel-common';
import { SelectInput, TextInput } from '../../forms';
import { techDebtEditorTranslationRef } from '../../translations/editor';
import type { DebtEditor } from '../useDebtEditor';
import type { FieldProblems } from '../useFieldProblems';
import { useFieldStyles } from './useFieldStyles';

const amounts = [
  'principalDays',
  'interestDays',
  'occurrencesPerMonth',
] as const;

const RISK_POINTS = [1, 2, 3, 4, 5];

const scales = {
  impact: RISK_POINTS,
  likelihood: RISK_POINTS,
  businessValue: wsjfPoints,
  timeCriticality: wsjfPoints,
  riskReduction: wsjfPoints,
} as const;

/** The inputs of the prices. What nobody estimates stays empty. */
export function EstimateFields(props: {
  editor: DebtEditor;
  problems: FieldProblems;
}) {
  const { editor, problems } = props;
  const { draft, set } = editor;
  const { t } = useTranslationRef(techDebtEditorTranslationRef);
  const classes = useFieldStyles();
  const names: Record<DebtEstimateField, string> = {
    principalDays: t('estimate.principalDays'),
    interestDays: t('estimate.interestDays'),
    occurrencesPerMonth: t('estimate.occurrencesPerMonth'),
    impact: t('estimate.impact'),
    likelihood: t('estimate.likelihood'),
    businessValue: t('estimate.businessValue'),
    timeCriticality: t('estimate.timeCriticality'),
    riskReduction: t('estimate.riskReduction'),
  };
  const put = (field: DebtEstimateField, value: string) =>
    set({ estimate: { ...draft.estimate, [field]: value } });
  return (
    <div className={classes.fields}>
      <div className={classes.row}>
        {amounts.map(field => (
          <TextInput
            key={field}
            label={names[field]}
            value={draft.estimate[field]}
            problem={problems.at(`estimate.${field}`)}
            inputProps={{
              inputMode: 'decimal',
              min: estimateRanges[field].minimum,
            }}
            onChange={value => put(field, value)}
          />
        ))}
      </div>
      <div className={classes.row}>
        {(Object.keys(scales) as Array<keyof typeof scales>).map(field => (
          <SelectInput
            key={field}
            label={names[field]}
            value={draft.estimate[field]}
            choices={pointChoices(
              scales[field],
              draft.estimate[field],
              t('estimate.unknown'),
            )}
            problem={problems.at(`estimate.${field}`)}
            onChange={value => put(field, value)}
          />
        ))}
      </div>
    </div>
  );
}

/** The points of a scale; what stands there and is none of them, such as out of a file, can be kept. */
function pointChoices(
  points: readonly number[],
  present: string,
  unknown: string,
): Array<{ id: string; label: string }> {
  const ids = points.map(String);
  return [
    { id: '', label: unknown },
    ...(present === '' || ids.includes(present) ? ids : [...ids, present]).map(
      id => ({ id, label: id }),
    ),
  ];
}
