import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WhenNotReported } from '@opmodel/backstage-plugin-opmodel-common';
import { ChoicePicker } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardEditorTranslationRef } from '../translation';
import type { CheckFormProps } from './CheckForm';
import { ProblemLine } from './ProblemLine';
import { SpecNumber, SpecText } from './SpecFields';
import { useFormStyles } from './useFormStyles';

const waysNotReported = [
  'wait',
  'ignore',
  'fail',
] as const satisfies readonly WhenNotReported[];

/** From when on a check is asked, how long its facts are believed, and what counts where they are missing. */
export function CheckTiming(props: CheckFormProps) {
  const { check, at, onChange } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  const path = `checks[${at}]`;
  return (
    <>
      <div className={classes.columns}>
        <SpecText
          path={`${path}.startsAt`}
          label={t('check.startsAt')}
          hint={t('check.startsAtHint')}
          type="date"
          value={check.startsAt}
          onChange={startsAt => onChange({ startsAt })}
        />
        <SpecText
          path={`${path}.freshness`}
          label={t('check.freshness')}
          hint={t('check.freshnessHint')}
          placeholder="P7D"
          value={check.freshness}
          onChange={freshness => onChange({ freshness })}
        />
        <SpecNumber
          path={`${path}.confirmations`}
          label={t('check.confirmations')}
          hint={t('check.confirmationsHint')}
          min={1}
          step={1}
          value={check.confirmations}
          onChange={confirmations => onChange({ confirmations })}
        />
      </div>
      <div className={classes.line}>
        <ChoicePicker<WhenNotReported>
          label={t('check.whenNotReported')}
          value={
            waysNotReported.find(way => way === check.whenNotReported) ?? 'wait'
          }
          choices={waysNotReported.map(id => ({
            id,
            label: t(`check.notReported.${id}`),
          }))}
          onChange={way =>
            onChange({ whenNotReported: way === 'wait' ? undefined : way })
          }
        />
      </div>
      <ProblemLine path={`${path}.whenNotReported`} />
    </>
  );
}
