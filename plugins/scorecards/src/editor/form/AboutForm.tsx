import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import {
  ChoicePicker,
  GroupPicker,
  Panel,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useProblemAt } from '../EditorVocabulary';
import { ExpressionField } from '../expression/ExpressionField';
import type { WrittenSpec } from '../spec';
import { scorecardEditorTranslationRef } from '../translation';
import { ProblemLine } from './ProblemLine';
import { SpecText } from './SpecFields';
import { useFormStyles } from './useFormStyles';

const LONGEST_TITLE = 200;
const LONGEST_TEXT = 10_000;

/** Changes some fields of what is edited. */
export type ChangeSpec = (changes: Partial<WrittenSpec>) => void;

/** What the scorecard is called, whose it is, how it counts, and of what it is asked. */
export function AboutForm(props: { spec: WrittenSpec; onChange: ChangeSpec }) {
  const { spec, onChange } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  const facts = useFactStyles();
  const ownerProblem = useProblemAt('owner');
  return (
    <Panel title={t('about.title')}>
      <div className={classes.fields}>
        <SpecText
          path="title"
          label={t('about.name')}
          longest={LONGEST_TITLE}
          value={spec.title}
          onChange={title => onChange({ title })}
        />
        <SpecText
          path="description"
          label={t('about.description')}
          multiline
          longest={LONGEST_TEXT}
          value={spec.description}
          onChange={description => onChange({ description })}
        />
        <GroupPicker
          label={t('about.owner')}
          value={spec.owner}
          problem={ownerProblem}
          onChange={owner => onChange({ owner })}
        />
        <ExpressionField
          label={t('about.filter')}
          path="filter"
          mustDecide
          hint={t('about.filterHint')}
          value={spec.filter ?? ''}
          onChange={filter => onChange({ filter })}
        />
        <div className={classes.line}>
          <ChoicePicker<'levels' | 'points'>
            label={t('about.scheme')}
            value={spec.scheme === 'points' ? 'points' : 'levels'}
            choices={[
              { id: 'levels', label: t('about.levels') },
              { id: 'points', label: t('about.points') },
            ]}
            onChange={scheme => onChange({ scheme })}
          />
          <ProblemLine path="scheme" />
          <FormControlLabel
            label={t('about.counts')}
            control={
              <Checkbox
                size="small"
                color="primary"
                checked={spec.countsToOverall !== false}
                onChange={(_, isChecked) =>
                  onChange({ countsToOverall: isChecked ? undefined : false })
                }
              />
            }
          />
        </div>
        <p className={facts.quiet} style={{ margin: 0 }}>
          {t(
            spec.scheme === 'points' ? 'about.pointsHint' : 'about.levelsHint',
          )}
        </p>
      </div>
    </Panel>
  );
}
