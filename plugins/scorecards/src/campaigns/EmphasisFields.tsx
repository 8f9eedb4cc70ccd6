import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@material-ui/core/FormHelperText';
import {
  ChoicePicker,
  SegmentedButtons,
  useFactStyles,
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { CampaignDraft, CampaignField } from './campaignDraft';
import { CheckboxList } from './CheckboxList';
import { scorecardCampaignsTranslationRef } from './translation';

/** The scorecard of a campaign, and which of its checks or levels are to be met. */
export function EmphasisFields(props: {
  draft: CampaignDraft;
  problemOf: (field: CampaignField) => string | undefined;
  onChange: (changes: Partial<CampaignDraft>) => void;
}) {
  const { draft, problemOf, onChange } = props;
  const { scorecardRef, by } = draft;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const api = useOpmodelApi();
  const facts = useFactStyles();
  const list = useQueryState({
    key: 'scorecards',
    subject: 'scorecards',
    request: signal => api.listScorecards({ signal }),
  });
  const detail = useQueryState({
    key: scorecardRef,
    subject: scorecardRef,
    enabled: scorecardRef !== '',
    request: signal => api.getScorecard(scorecardRef, { signal }),
  });
  const items = list.data?.items ?? [];
  const known = items.map(({ scorecard }) => ({
    id: scorecard.ref,
    label: scorecard.title,
  }));
  const isListed = known.some(({ id }) => id === scorecardRef);
  const levels = (
    items.find(({ scorecard }) => scorecard.ref === scorecardRef)?.scorecard
      .levels ?? []
  ).filter(({ rank }) => rank > 0);
  const error = list.error ?? (scorecardRef ? detail.error : undefined);
  return (
    <>
      <div>
        <ChoicePicker
          label={t('form.scorecard')}
          value={scorecardRef}
          choices={[
            ...(isListed
              ? []
              : [
                  {
                    id: scorecardRef,
                    label: scorecardRef || t('form.chooseScorecard'),
                  },
                ]),
            ...known,
          ]}
          onChange={ref =>
            onChange({ scorecardRef: ref, levels: [], checks: [] })
          }
        />
        <Problem text={problemOf('scorecardRef')} />
      </div>
      {error && (
        <Problem text={t('form.noChecks', { message: error.message })} />
      )}
      {scorecardRef !== '' && (
        <div>
          <div className={facts.line}>
            <span>{t('form.asksFor')}</span>
            <SegmentedButtons<CampaignDraft['by']>
              label={t('form.asksFor')}
              value={by}
              options={[
                { id: 'levels', label: t('form.byLevels') },
                { id: 'checks', label: t('form.byChecks') },
              ]}
              onChange={way => onChange({ by: way })}
            />
          </div>
          {by === 'levels' ? (
            <CheckboxList
              label={t('form.levels')}
              choices={levels.map(({ name }) => ({ id: name, label: name }))}
              chosen={draft.levels}
              onChange={chosen => onChange({ levels: chosen })}
            />
          ) : (
            <CheckboxList
              label={t('form.checks')}
              choices={checksOf(detail.data?.spec.checks)}
              chosen={draft.checks}
              onChange={chosen => onChange({ checks: chosen })}
            />
          )}
          <Problem text={problemOf('emphasis')} />
        </div>
      )}
    </>
  );
}

function Problem(props: { text: string | undefined }) {
  return props.text === undefined ? null : (
    <FormHelperText error role="alert">
      {props.text}
    </FormHelperText>
  );
}

/** The checks of a spec, as far as they have ids. */
function checksOf(checks: unknown): Array<{ id: string; label: string }> {
  return (Array.isArray(checks) ? checks : []).flatMap(
    (check: { id?: unknown; name?: unknown } | null) =>
      typeof check?.id === 'string'
        ? [
            {
              id: check.id,
              label: typeof check.name === 'string' ? check.name : check.id,
            },
          ]
        : [],
  );
}
