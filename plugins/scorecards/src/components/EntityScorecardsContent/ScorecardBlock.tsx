import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityScorecard,
  EntityScorecards,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useState } from 'react';
import type { Grouping } from '../../hooks/useGrouping';
import { useNamedCheck } from '../../hooks/useNamedCheck';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { LevelBadge } from '../../verdict';
import { CheckRow } from '../Check';
import { FactLine, OwnerName, ScorecardLink } from '../facts';
import { groupChecks } from './groupChecks';
import { VerdictCounts } from './VerdictCounts';

const useStyles = makeStyles(theme => ({
  heading: {
    margin: 0,
    padding: theme.spacing(1.5, 2, 0.5),
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1),
    fontSize: 13,
    lineHeight: '22px',
    fontWeight: 600,
    color: theme.palette.text.secondary,
  },
  facts: { padding: theme.spacing(0, 2) },
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 1),
    padding: theme.spacing(0.75, 2),
  },
  checks: { listStyle: 'none', margin: 0, padding: 0 },
}));

/** One scorecard: its checks by level or category, each with its verdict, its value, and what mends it. */
export function ScorecardBlock(props: {
  report: EntityScorecards;
  result: EntityScorecard;
  grouping: Grouping;
  /** Whether its checks show from the beginning. */
  startsOpen: boolean;
  onChanged: () => void;
}) {
  const { report, result, grouping, startsOpen, onChanged } = props;
  const { scorecard, level, points, checks, summary } = result;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  const classes = useStyles();
  const groups = groupChecks(checks, grouping, scorecard.levels);
  const [named] = useNamedCheck('check');
  const isNamed = named?.scorecardRef === scorecard.ref;
  const [open, setOpen] = useState(startsOpen || isNamed);
  const action = open
    ? t('block.hide')
    : t('block.show', { count: checks.length });
  useEffect(() => {
    if (isNamed) {
      setOpen(true);
    }
  }, [isNamed, named?.checkId]);
  return (
    <Panel
      flush
      title={
        <ScorecardLink scorecardRef={scorecard.ref}>
          {scorecard.title}
        </ScorecardLink>
      }
      actions={level && <LevelBadge level={level} />}
    >
      <div className={classes.facts}>
        {scorecard.description && (
          <p className={facts.quiet}>{scorecard.description}</p>
        )}
        <FactLine>
          <span>
            {t('block.owner', {
              owner: (
                <OwnerName
                  entityRef={scorecard.ownerRef}
                  title={scorecard.ownerTitle}
                />
              ),
            })}
          </span>
          <span>
            {t('block.version', {
              version: String(scorecard.version),
              when: formats.relative(scorecard.publishedAt),
            })}
          </span>
          {points && (
            <span>
              {t('block.points', {
                earned: formats.decimal(points.earned),
                possible: formats.decimal(points.possible),
                share: formats.share(points.share),
              })}
            </span>
          )}
        </FactLine>
      </div>
      <div className={classes.summary}>
        <VerdictCounts counts={summary.counts} />
        <ActionButton
          aria-expanded={open}
          aria-label={t('block.toggleOf', {
            action,
            scorecard: scorecard.title,
          })}
          onClick={() => setOpen(shown => !shown)}
        >
          {action}
        </ActionButton>
      </div>
      {open &&
        groups.map(group => (
          <section
            key={group.name ?? ''}
            aria-label={group.name ?? t(`grouping.none.${grouping}`)}
          >
            <h3 className={classes.heading}>
              {group.level ? (
                <LevelBadge level={group.level} />
              ) : (
                group.name ?? t(`grouping.none.${grouping}`)
              )}
              <span>
                {t('block.met', {
                  met: formats.count(group.met),
                  count: group.asked,
                })}
              </span>
            </h3>
            <ul className={classes.checks}>
              {group.checks.map(check => (
                <CheckRow
                  key={check.checkId}
                  report={report}
                  result={result}
                  check={check}
                  onChanged={onChanged}
                />
              ))}
            </ul>
          </section>
        ))}
    </Panel>
  );
}
