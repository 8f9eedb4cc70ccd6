import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  SloObjectiveStatus,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  MetricTile,
  NO_VALUE,
  Sparkline,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloEntityTranslationRef } from '../../translations/entity';
import { burnOver, useSloFormats } from '../../words/useSloFormats';

const HOUR = 3_600;

const useStyles = makeStyles(theme => ({
  // Narrower than elsewhere, since the four stand in the main column.
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(165px, 1fr))',
    gap: theme.spacing(1.5),
  },
}));

/** How an objective is doing in four figures: attainment, remaining budget, burn rate, and when the budget is used up. */
export function ObjectiveTiles(props: {
  slo: SloStatus;
  objective: SloObjectiveStatus;
  /** Absent: what the parts say explains it. */
  onExplain?: () => void;
}) {
  const { slo, objective, onExplain } = props;
  const { attainment, target, budget, burns, comparison } = objective;
  const { t } = useTranslationRef(sloEntityTranslationRef);
  const formats = useFormats();
  const figures = useSloFormats();
  const classes = useStyles();
  const remaining = figures.remainingParts(budget.remaining);
  const exhaustion = figures.exhaustion(objective);
  const isKnown = attainment !== null;
  const reason =
    objective.state === 'thin'
      ? t('objective.thin', { minimum: formats.count(objective.minimumEvents) })
      : t('objective.unmeasured');
  const trend = slo.trend.map(day => day.attainment);
  return (
    <div className={classes.tiles}>
      <MetricTile
        label={t('objective.attainment')}
        value={isKnown ? figures.attainment(attainment, target) : null}
        // A composite can have a budget without a share of good events.
        reason={budget.remaining === null ? reason : t('objective.noShare')}
        detail={
          comparison === null
            ? t('objective.target', { target: figures.target(target) })
            : t('objective.compared', {
                target: figures.target(target),
                comparison,
              })
        }
        trend={
          // The days are those of the worst objective, so that they would be wrong beside any other.
          slo.objectives.length === 1 && trend.length > 0 ? (
            <Sparkline
              fluid
              label={t('objective.attainment')}
              values={trend}
              series="reliability"
            />
          ) : undefined
        }
        sample={
          objective.total === null
            ? undefined
            : t('objective.counted', {
                good: figures.events(objective.good),
                total: figures.events(objective.total),
              })
        }
        onExplain={onExplain}
      />
      <MetricTile
        label={t('objective.remaining')}
        value={remaining?.value ?? null}
        unit={remaining?.unit}
        onExplain={onExplain}
        reason={reason}
        detail={isKnown ? <SpentText budget={budget} /> : undefined}
        sample={
          budget.estimated ? (
            <Hint title={t('objective.estimatedHint')}>
              {t('objective.estimated')}
            </Hint>
          ) : undefined
        }
      />
      <MetricTile
        label={t('objective.burn')}
        onExplain={onExplain}
        value={
          burnOver(burns, HOUR) === null
            ? null
            : figures.burn(burnOver(burns, HOUR))
        }
        reason={reason}
        detail={
          isKnown
            ? t('objective.burnOthers', {
                six: figures.burn(burnOver(burns, 6 * HOUR)),
                three: figures.burn(burnOver(burns, 72 * HOUR)),
              })
            : undefined
        }
        sample={t('objective.burnMeaning')}
      />
      <MetricTile
        words
        label={t('objective.exhaustion')}
        value={budget.remaining === null ? null : exhaustion.when}
        reason={reason}
        detail={isKnown ? exhaustion.pace : undefined}
      />
    </div>
  );
}

/** What of the budget is spent, in what it counts. */
function SpentText(props: { budget: SloObjectiveStatus['budget'] }) {
  const { unit, spent, allowed, consumed } = props.budget;
  const { t } = useTranslationRef(sloEntityTranslationRef);
  const formats = useFormats();
  const { events } = useSloFormats();
  if (unit === 'share' || spent === null || allowed === null) {
    return consumed === null ? (
      <>{NO_VALUE}</>
    ) : (
      <>{t('objective.spentShare', { consumed: formats.share(consumed) })}</>
    );
  }
  const counts = { spent: events(spent), allowed: events(allowed) };
  return (
    <>
      {unit === 'events'
        ? t('objective.spentEvents', counts)
        : t('objective.spentSlices', counts)}
    </>
  );
}
