import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  Panel,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useRef } from 'react';
import {
  withFields,
  withoutPart,
  withPart,
  type WrittenLevel,
  type WrittenSpec,
} from '../spec';
import { scorecardEditorTranslationRef } from '../translation';
import type { ChangeSpec } from './AboutForm';
import { ColourField } from './ColourField';
import { ProblemLine } from './ProblemLine';
import { RowButtons } from './RowButtons';
import { SpecNumber, SpecText } from './SpecFields';
import { useFormStyles } from './useFormStyles';

/** The ladder from the lowest level on, and what those have who reached none. */
export function LevelsForm(props: { spec: WrittenSpec; onChange: ChangeSpec }) {
  const { spec, onChange } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  const facts = useFactStyles();
  const levels = spec.levels ?? [];
  const empty = spec.emptyLevel ?? {};
  const changeEmpty = (changes: { name?: string; color?: string }) =>
    onChange({ emptyLevel: withFields(empty, changes) });
  return (
    <Panel title={t('levels.title')}>
      <div className={classes.fields}>
        <div className={classes.row}>
          <SpecText
            path="emptyLevel.name"
            label={t('levels.empty')}
            value={empty.name}
            onChange={name => changeEmpty({ name })}
          />
          <ColourField
            label={t('levels.colourOf', { name: t('levels.empty') })}
            value={empty.color}
            onChange={color => changeEmpty({ color })}
          />
        </div>
        <ProblemLine path="emptyLevel" />
        {levels.map((level, at) => (
          <LevelRow
            // The place is all that tells two levels without names apart.
            // eslint-disable-next-line react/no-array-index-key
            key={at}
            level={level}
            at={at}
            of={levels.length}
            withPoints={spec.scheme === 'points'}
            onChange={changes =>
              onChange({
                levels: withPart(levels, at, withFields(level, changes)),
              })
            }
            onRename={(from, to) =>
              onChange({
                levels: withPart(levels, at, withFields(level, { name: to })),
                checks: spec.checks?.map(check =>
                  check.level === from ? { ...check, level: to } : check,
                ),
              })
            }
            others={withoutPart(levels, at).flatMap(({ name }) => name ?? [])}
            onRemove={() => onChange({ levels: withoutPart(levels, at) })}
          />
        ))}
        <ProblemLine path="levels" />
      </div>
      <div className={facts.actions}>
        <ActionButton
          variant="outlined"
          onClick={() =>
            onChange({
              levels: [
                ...levels,
                {
                  rank: Math.max(0, ...levels.map(({ rank = 0 }) => rank)) + 1,
                },
              ],
            })
          }
        >
          {t('levels.add')}
        </ActionButton>
      </div>
    </Panel>
  );
}

function LevelRow(props: {
  level: WrittenLevel;
  at: number;
  of: number;
  withPoints: boolean;
  /** Names of the other levels. */
  others: readonly string[];
  onChange: (changes: Partial<WrittenLevel>) => void;
  /** The checks of the level go along with its name. */
  onRename: (from: string, to: string) => void;
  onRemove: () => void;
}) {
  const { level, at, of, withPoints, others } = props;
  const { onChange, onRename, onRemove } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  const path = `levels[${at}]`;
  const name = level.name ?? t('levels.nth', { n: String(at + 1) });
  // What its checks say while the field is empty, or says for a moment what another level is called.
  const named = useRef(level.name);
  const rename = (typed: string) => {
    if (typed === '' || others.includes(typed)) {
      onChange({ name: typed });
      return;
    }
    if (named.current === undefined) {
      onChange({ name: typed });
    } else {
      onRename(named.current, typed);
    }
    named.current = typed;
  };
  return (
    <div role="group" aria-label={name} className={classes.fields}>
      <div className={classes.row}>
        <div className={classes.columns}>
          <SpecText
            path={`${path}.name`}
            label={t('levels.name')}
            required
            value={level.name}
            onChange={rename}
          />
          <SpecNumber
            path={`${path}.rank`}
            label={t('levels.rank')}
            required
            min={1}
            step={1}
            value={level.rank}
            onChange={rank => onChange({ rank })}
          />
          {withPoints && (
            <SpecNumber
              path={`${path}.atLeast`}
              label={t('levels.atLeast')}
              min={0}
              step={0.05}
              value={level.atLeast}
              onChange={atLeast => onChange({ atLeast })}
            />
          )}
          <SpecText
            path={`${path}.description`}
            label={t('levels.description')}
            value={level.description}
            onChange={description => onChange({ description })}
          />
        </div>
        <ColourField
          label={t('levels.colourOf', { name })}
          value={level.color}
          onChange={color => onChange({ color })}
        />
        <RowButtons name={name} at={at} of={of} onRemove={onRemove} />
      </div>
      <ProblemLine path={path} />
    </div>
  );
}
