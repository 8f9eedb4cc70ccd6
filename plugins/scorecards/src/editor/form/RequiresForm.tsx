import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardListItem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  ChoicePicker,
  Panel,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  withoutPart,
  withPart,
  type WrittenRequirement,
  type WrittenSpec,
} from '../spec';
import { scorecardEditorTranslationRef } from '../translation';
import type { ChangeSpec } from './AboutForm';
import { ProblemLine } from './ProblemLine';
import { RowButtons } from './RowButtons';
import { useFormStyles } from './useFormStyles';

/** The levels of other scorecards without which this one stays at its empty level. */
export function RequiresForm(props: {
  spec: WrittenSpec;
  onChange: ChangeSpec;
  /** Those that can be required. */
  scorecards: readonly ScorecardListItem[];
}) {
  const { spec, onChange, scorecards } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  const facts = useFactStyles();
  const requires = spec.requires ?? [];
  const [first] = scorecards;
  return (
    <Panel title={t('requires.title')}>
      <p className={facts.quiet}>{t('requires.text')}</p>
      <div className={classes.fields}>
        {requires.map((requirement, at) => (
          <RequirementRow
            // The place is all that tells two of them apart.
            // eslint-disable-next-line react/no-array-index-key
            key={at}
            requirement={requirement}
            at={at}
            of={requires.length}
            scorecards={scorecards}
            onChange={changed =>
              onChange({ requires: withPart(requires, at, changed) })
            }
            onRemove={() => {
              const rest = withoutPart(requires, at);
              onChange({ requires: rest.length > 0 ? rest : undefined });
            }}
          />
        ))}
      </div>
      <div className={facts.actions}>
        <ActionButton
          variant="outlined"
          disabled={first === undefined}
          onClick={() => onChange({ requires: [...requires, lowestOf(first)] })}
        >
          {t('requires.add')}
        </ActionButton>
      </div>
    </Panel>
  );
}

function RequirementRow(props: {
  requirement: WrittenRequirement;
  at: number;
  of: number;
  scorecards: readonly ScorecardListItem[];
  onChange: (changed: WrittenRequirement) => void;
  onRemove: () => void;
}) {
  const { requirement, at, of, scorecards, onChange, onRemove } = props;
  const { scorecard = '', level = '' } = requirement;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  const path = `requires[${at}]`;
  const chosen = scorecards.find(one => one.scorecard.ref === scorecard);
  const levels = levelsOf(chosen);
  return (
    <div className={classes.fields}>
      <div className={classes.line}>
        <ChoicePicker
          label={t('requires.scorecard')}
          value={scorecard}
          choices={withOwn(
            scorecards.map(one => ({
              id: one.scorecard.ref,
              label: one.scorecard.title,
            })),
            scorecard,
          )}
          onChange={ref =>
            onChange(
              lowestOf(scorecards.find(one => one.scorecard.ref === ref)),
            )
          }
        />
        <ChoicePicker
          label={t('requires.level')}
          value={level}
          choices={withOwn(
            levels.map(name => ({ id: name, label: name })),
            level,
          )}
          onChange={name => onChange({ scorecard, level: name })}
        />
        <RowButtons
          name={chosen?.scorecard.title ?? scorecard}
          at={at}
          of={of}
          onRemove={onRemove}
        />
      </div>
      <ProblemLine path={path} />
      <ProblemLine path={`${path}.scorecard`} />
      <ProblemLine path={`${path}.level`} />
    </div>
  );
}

function levelsOf(item: ScorecardListItem | undefined): string[] {
  return (item?.scorecard.levels ?? [])
    .filter(({ rank }) => rank > 0)
    .map(({ name }) => name);
}

function lowestOf(item: ScorecardListItem | undefined): WrittenRequirement {
  return { scorecard: item?.scorecard.ref, level: levelsOf(item)[0] };
}

/** What is written stays to be chosen, also where it is not known. */
function withOwn(
  choices: ReadonlyArray<{ id: string; label: string }>,
  own: string,
) {
  return choices.some(({ id }) => id === own)
    ? choices
    : [{ id: own, label: own }, ...choices];
}
