import { useTranslationRef } from '@backstage/frontend-plugin-api';
import GetAppIcon from '@material-ui/icons/GetApp';
import type {
  SloRuleGap,
  SloRules,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  ComponentFilterBar,
  Panel,
  QueryView,
  RowsSkeleton,
  ScrollArea,
  SegmentedButtons,
  Snippet,
  useDenseTableStyles,
  useFactStyles,
  useOpmodelApi,
  useQueryState,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { downloadText } from '../../export/downloadText';
import { useFleetParams } from '../../hooks/useFleetParams';
import { sloFleetTranslationRef } from '../../translations/fleet';
import { SloLink } from '../facts';

const SKELETON_ROWS = 8;
const PARAM = 'format';
const FIELDS = ['owner', 'system'] as const;
const formats = ['prometheus', 'sloth', 'pyrra'] as const;
type RuleFormat = (typeof formats)[number];

/** The objectives of a selection as rules for what measures them. */
export function RulesPage() {
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const sections = useSectionStyles();
  const facts = useFactStyles();
  const api = useOpmodelApi();
  const { filter, selection, narrow, clear } = useFleetParams();
  const [format, setFormat] = useRuleFormat();
  const { owner, descendants, system } = selection;
  const query = {
    format,
    ...(owner && { owner, descendants }),
    ...(system && { system }),
  };
  const rules = useQueryState({
    key: JSON.stringify(query),
    subject: format,
    request: signal => api.writeSloRules(query, { signal }),
  });
  return (
    <div className={sections.page}>
      <Panel>
        <ComponentFilterBar
          fields={FIELDS}
          filter={filter}
          onChange={narrow}
          onClear={clear}
        />
      </Panel>
      <Panel
        title={t('rules.title')}
        actions={
          <SegmentedButtons
            label={t('rules.format')}
            value={format}
            options={formats.map(id => ({ id, label: t(`rules.${id}`) }))}
            onChange={setFormat}
          />
        }
      >
        <p className={facts.quiet}>{t('rules.text')}</p>
        <QueryView
          query={rules}
          subject={t('rules.subject')}
          skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
        >
          {data => <RuleText rules={data} />}
        </QueryView>
      </Panel>
    </div>
  );
}

function RuleText(props: { rules: SloRules }) {
  const { text, slos, format, leftOut } = props.rules;
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const facts = useFactStyles();
  return (
    <>
      <p className={facts.text}>
        {slos === 0 ? t('rules.none') : t('rules.holds', { count: slos })}
      </p>
      {slos > 0 && (
        <>
          <div className={facts.actions}>
            <ActionButton
              variant="outlined"
              startIcon={<GetAppIcon />}
              onClick={() => downloadText(`slo-rules-${format}.yaml`, text)}
            >
              {t('rules.download')}
            </ActionButton>
          </div>
          <Snippet text={text} />
        </>
      )}
      {leftOut.length > 0 && <RuleGaps gaps={leftOut} />}
    </>
  );
}

function RuleGaps(props: { gaps: SloRules['leftOut'] }) {
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  return (
    <>
      <h3 className={facts.heading}>{t('rules.leftOut')}</h3>
      <ScrollArea label={t('rules.leftOut')}>
        <table className={table.table} aria-label={t('rules.leftOut')}>
          <thead>
            <tr>
              <th scope="col">{t('rules.slo')}</th>
              <th scope="col">{t('rules.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {oncePerSlo(props.gaps).map(({ sloRef, reason }) => (
              <tr key={`${sloRef} ${reason}`}>
                <th scope="row">
                  <SloLink sloRef={sloRef}>{sloRef}</SloLink>
                </th>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </>
  );
}

function useRuleFormat(): [RuleFormat, (format: RuleFormat) => void] {
  const [params, setParams] = useSearchParams();
  const format =
    formats.find(known => known === params.get(PARAM)) ?? 'prometheus';
  const setFormat = useCallback(
    (chosen: RuleFormat) =>
      setParams(known => {
        const next = new URLSearchParams(known);
        next.set(PARAM, chosen);
        return next;
      }),
    [setParams],
  );
  return [format, setFormat];
}

/** Objectives of one SLO that are left out for the same reason are one row. */
function oncePerSlo(gaps: readonly SloRuleGap[]): SloRuleGap[] {
  return [
    ...new Map(
      gaps.map(gap => [`${gap.sloRef} ${gap.reason}`, gap] as const),
    ).values(),
  ];
}
