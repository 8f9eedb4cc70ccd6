import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ScorecardTotals,
  ScorecardView,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  NoteChip,
  Panel,
  StateChip,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import type { LinkedSelection } from '../../entity/selectionLink';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { LevelDistribution, PassingShare } from '../../verdict';
import { FactLine, OwnerName, ScorecardLink } from '../facts';
import { ChangeInWords } from './ChangeInWords';
import { CheckTotalsTable } from './CheckTotalsTable';

const TOP_CHECKS = 5;

const useStyles = makeStyles(theme => ({
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.5, 3),
    margin: theme.spacing(0.5, 0, 1.5),
    fontSize: 13,
    color: theme.palette.text.secondary,
  },
  passing: {
    fontSize: 22,
    lineHeight: '30px',
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  checks: { margin: theme.spacing(1, -2, 0) },
}));

/** Props of {@link ScorecardTotalsPanel}. */
export interface ScorecardTotalsPanelProps {
  totals: ScorecardTotals;
  /** The list of what a part of the totals counts; undefined where the app has no such page. */
  linkOf: (selection: LinkedSelection) => string | undefined;
  /** Leaves the title out where the page is about this scorecard alone, and shows the checks that fail most at once. */
  untitled?: boolean;
}

/** One scorecard over a selection: its levels, what passes and how much of it is known, and the checks that fail most. */
export function ScorecardTotalsPanel(props: ScorecardTotalsPanelProps) {
  const { totals, linkOf, untitled } = props;
  const { scorecard, entities, levels, summary, checks, change } = totals;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const folded = untitled ? checks.slice(0, TOP_CHECKS) : [];
  const shown = all ? checks : folded;
  const linkTo = (selection: LinkedSelection) =>
    linkOf({ scorecard: scorecard.ref, ...selection });
  return (
    <Panel
      title={
        untitled ? (
          t('totals.title')
        ) : (
          <ScorecardLink scorecardRef={scorecard.ref}>
            {scorecard.title}
          </ScorecardLink>
        )
      }
      actions={!untitled && <ScorecardNotes scorecard={scorecard} />}
    >
      {!untitled && scorecard.description && (
        <p className={facts.quiet}>{scorecard.description}</p>
      )}
      {entities === 0 ? (
        <p className={facts.quiet}>{t('totals.nothing')}</p>
      ) : (
        <>
          <div className={classes.figures}>
            <span className={classes.passing}>
              <PassingShare summary={summary} />
            </span>
            <ChangeInWords change={change} />
            <span>{t('totals.entities', { count: entities })}</span>
            {summary.counts.exempt > 0 && (
              <span>
                {t('totals.exemptShare', {
                  share: formats.share(summary.exempt),
                })}
              </span>
            )}
          </div>
          <LevelDistribution
            levels={levels}
            linkOf={rank => linkTo({ level: rank })}
          />
          {shown.length > 0 && (
            <div className={classes.checks}>
              <CheckTotalsTable
                brief={!untitled}
                withoutLevels={scorecard.scheme === 'points'}
                label={t('totals.checksOf', { scorecard: scorecard.title })}
                checks={shown}
                linkOf={(check, state) => linkTo({ check, state })}
              />
            </div>
          )}
          {checks.length > folded.length && (
            <MoreChecks
              totals={totals}
              all={all}
              brief={!untitled}
              onToggle={() => setAll(before => !before)}
            />
          )}
        </>
      )}
    </Panel>
  );
}

/** Shows all checks, or folds them away again. */
function MoreChecks(props: {
  totals: ScorecardTotals;
  all: boolean;
  /** Whether none shows while they are folded away. */
  brief: boolean;
  onToggle: () => void;
}) {
  const { totals, all, brief, onToggle } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const facts = useFactStyles();
  const count = totals.checks.length;
  const more = brief
    ? t('totals.show', { count })
    : t('totals.more', { count });
  const fewer = brief ? t('totals.hide') : t('totals.fewer');
  const action = all ? fewer : more;
  return (
    <div className={facts.actions}>
      <ActionButton
        aria-expanded={all}
        aria-label={t('totals.toggleOf', {
          action,
          scorecard: totals.scorecard.title,
        })}
        onClick={onToggle}
      >
        {action}
      </ActionButton>
    </div>
  );
}

function ScorecardNotes(props: { scorecard: ScorecardView }) {
  const { scorecard } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  return (
    <FactLine>
      <span>
        <OwnerName
          entityRef={scorecard.ownerRef}
          title={scorecard.ownerTitle}
        />
      </span>
      <span>{t('totals.version', { version: String(scorecard.version) })}</span>
      {!scorecard.countsToOverall && (
        <NoteChip hint={t('totals.asideLong')}>{t('totals.aside')}</NoteChip>
      )}
      {scorecard.problems > 0 && (
        <ScorecardLink scorecardRef={scorecard.ref}>
          <StateChip
            state="error"
            label={t('totals.problems', { count: scorecard.problems })}
          />
        </ScorecardLink>
      )}
    </FactLine>
  );
}
