import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { SloStatus } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  Sparkline,
  StateChip,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSloTabPath } from '../../entity/useSloTabPath';
import { sloFleetTranslationRef } from '../../translations/fleet';
import {
  stateOfSlo,
  stateOfSloReview,
  stateOfSource,
} from '../../words/sloStates';
import { burnOver, useSloFormats } from '../../words/useSloFormats';
import { useSloWords } from '../../words/useSloWords';
import { OwnerName, SloLink } from '../facts';
import { PolicyCell } from './PolicyCell';
import type { SloColumnId } from './sloColumns';
import { worstObjective } from './worstObjective';

const HOUR = 3_600;

const useStyles = makeStyles(theme => ({
  /** Goes to the next line as a whole. */
  whole: { whiteSpace: 'nowrap', color: theme.palette.text.secondary },
}));

/** What a column says of an SLO. Figures are those of its worst objective. */
export function SloCell(props: { column: SloColumnId; slo: SloStatus }) {
  const { column, slo } = props;
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const figures = useSloFormats();
  const words = useSloWords();
  const table = useDenseTableStyles();
  const classes = useStyles();
  const tabPath = useSloTabPath();
  const worst = worstObjective(slo);
  switch (column) {
    case 'slo':
      return <SloLink sloRef={slo.ref}>{slo.title}</SloLink>;
    case 'entity':
      return slo.entityRef === null ? (
        <span className={table.quiet}>{t('table.none')}</span>
      ) : (
        <Link to={tabPath(slo.entityRef)}>
          {slo.entityTitle ?? slo.entityRef}
        </Link>
      );
    case 'owner':
      return <OwnerName entityRef={slo.ownerRef} title={slo.ownerTitle} />;
    case 'tier':
      return slo.tier === null ? (
        <span className={table.quiet}>{t('table.none')}</span>
      ) : (
        <>{slo.tier}</>
      );
    case 'state':
      return (
        <>
          <StateChip
            state={stateOfSlo[slo.state]}
            label={words.state[slo.state]}
          />{' '}
          {isBurning(slo) && (
            <StateChip state="bad" label={t('table.firing')} />
          )}
        </>
      );
    case 'policy':
      return <PolicyCell slo={slo} />;
    case 'objective':
      return (
        <>
          {worst ? figures.objective(worst) : NO_VALUE}{' '}
          {slo.objectives.length > 1 && (
            <span className={table.quiet}>
              {t('table.more', { n: String(slo.objectives.length - 1) })}
            </span>
          )}
        </>
      );
    case 'attainment':
      // A composite weighs the budgets of its parts; their events cannot be counted together.
      return worst ? (
        <>
          {worst.attainment === null && slo.composite ? (
            <span className={table.quiet}>{t('table.composite')}</span>
          ) : (
            figures.attainment(worst.attainment, worst.target)
          )}{' '}
          <span className={classes.whole}>
            {t('table.target', { target: figures.target(worst.target) })}
          </span>
        </>
      ) : (
        <>{NO_VALUE}</>
      );
    case 'remaining':
      return worst?.budget.remaining === undefined ||
        worst.budget.remaining === null ? (
        <span className={table.quiet}>{figures.remaining(null)}</span>
      ) : (
        <>{figures.remaining(worst.budget.remaining)}</>
      );
    case 'burn':
      return (
        <>{worst ? figures.burn(burnOver(worst.burns, HOUR)) : NO_VALUE}</>
      );
    case 'trend':
      return (
        <Sparkline
          label={t('table.trendLabel', { title: slo.title })}
          values={slo.trend.map(({ attainment }) => attainment)}
          series="reliability"
          width={72}
          height={24}
        />
      );
    case 'window':
      return <>{figures.window(slo.window)}</>;
    case 'source':
      return (
        <StateChip
          state={stateOfSource[slo.source.state]}
          label={words.source[slo.source.state]}
        />
      );
    case 'review':
      return (
        <StateChip
          state={stateOfSloReview[slo.reviewState]}
          label={words.review[slo.reviewState]}
        />
      );
    default:
      throw new TypeError(`Unknown column '${column satisfies never}'`);
  }
}

/** Of a composite the whole of it can burn as well as its parts. */
function isBurning({ objectives, whole }: SloStatus): boolean {
  return [...objectives, ...(whole ? [whole] : [])].some(({ alerts }) =>
    alerts.some(({ state }) => state === 'firing'),
  );
}
