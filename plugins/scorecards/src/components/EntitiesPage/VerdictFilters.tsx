import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  verdictStates,
  type ScorecardListItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useScorecardSummary } from '../../hooks/scorecardQueries';
import type { SelectionParams } from '../../hooks/useSelectionParams';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { useScorecardWords } from '../../verdict';
import { Select } from '../Selection';

/** Filters of the list that depend on each other: a scorecard, one of its levels and checks, and a verdict of the check. */
export function VerdictFilters(props: {
  params: SelectionParams;
  scorecards: readonly ScorecardListItem[];
}) {
  const { params, scorecards } = props;
  const { choice, choose } = params;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const chosen = scorecards.find(
    ({ scorecard }) => scorecard.ref === choice.scorecard,
  )?.scorecard;
  return (
    <>
      <Select
        label={t('filter.scorecard')}
        any={t('filter.allScorecards')}
        value={choice.scorecard}
        choices={scorecards.map(({ scorecard }) => [
          scorecard.ref,
          scorecard.title,
        ])}
        onChange={scorecard =>
          choose({
            scorecard,
            level: undefined,
            check: undefined,
            state: undefined,
          })
        }
      />
      {chosen && (
        <Select
          label={t('filter.level')}
          any={t('filter.any')}
          value={choice.level === undefined ? undefined : String(choice.level)}
          choices={chosen.levels.map(({ rank, name }) => [String(rank), name])}
          onChange={rank =>
            choose({ level: rank === undefined ? undefined : Number(rank) })
          }
        />
      )}
      {chosen && <CheckFilters params={params} scorecardRef={chosen.ref} />}
    </>
  );
}

function CheckFilters(props: {
  params: SelectionParams;
  scorecardRef: string;
}) {
  const { params, scorecardRef } = props;
  const { choice, choose } = params;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const words = useScorecardWords();
  const summary = useScorecardSummary({ scorecard: scorecardRef });
  const checks =
    summary.data?.scorecards.find(
      ({ scorecard }) => scorecard.ref === scorecardRef,
    )?.checks ?? [];
  return (
    <>
      <Select
        label={t('filter.check')}
        any={t('filter.any')}
        value={choice.check}
        choices={checks
          .map(({ checkId, name }) => [checkId, name] as const)
          .sort(([, one], [, other]) => one.localeCompare(other))}
        onChange={check => choose({ check, state: undefined })}
      />
      {choice.check !== undefined && (
        <Select
          label={t('filter.state')}
          any={t('filter.any')}
          value={choice.state}
          choices={verdictStates.map(state => [state, words.verdict[state]])}
          onChange={state => choose({ state })}
        />
      )}
    </>
  );
}
