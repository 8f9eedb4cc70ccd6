import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WrittenCheck } from '../spec';
import { scorecardEditorTranslationRef } from '../translation';
import { CheckMeaning } from './CheckMeaning';
import { CheckTelling } from './CheckTelling';
import { CheckTiming } from './CheckTiming';
import { ProblemLine } from './ProblemLine';
import { useFormStyles } from './useFormStyles';

/** Changes some fields of a check. */
export type ChangeCheck = (changes: Partial<WrittenCheck>) => void;

/** Props of {@link CheckForm}. */
export interface CheckFormProps {
  check: WrittenCheck;
  /** Its place in the list. */
  at: number;
  /** Names of the levels, from the lowest as they are written. */
  levels: readonly string[];
  /** Categories that other checks have. */
  categories: readonly string[];
  /** Ids of the other checks. */
  otherIds: readonly string[];
  /** Whether its id may follow its name: nothing has been judged by it yet. */
  mayRename: boolean;
  /** Whether checks have weights. */
  withPoints: boolean;
  onChange: ChangeCheck;
}

/** All that can be said of a check: what it means, what is told of it, and when it holds. */
export function CheckForm(props: CheckFormProps) {
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  return (
    <div className={classes.fields}>
      <ProblemLine path={`checks[${props.at}]`} />
      <CheckMeaning {...props} />
      <h3 className={classes.heading}>{t('check.telling')}</h3>
      <CheckTelling {...props} />
      <h3 className={classes.heading}>{t('check.timing')}</h3>
      <CheckTiming {...props} />
    </div>
  );
}
