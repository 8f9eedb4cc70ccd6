import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Acceptance,
  ReleaseGate,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  NoteChip,
  NO_VALUE,
  Panel,
  StateChip,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { sloGateTranslationRef } from '../../translations/gate';
import { stateOfDecision } from '../../words/sloStates';
import { useSloWords } from '../../words/useSloWords';
import { AskedNotice, OwnerName } from '../facts';
import { BreakGlassDialog } from './BreakGlassDialog';
import { GateDecisions } from './GateDecisions';
import { useGateReasonText } from './useGateReasonText';

/** What the gate says of a risky release now: the answer, why, who can let it pass, and the way round it. */
export function ReleaseGatePanel(props: {
  gate: ReleaseGate;
  /** Of the entity. */
  title: string;
  /** Called after the glass was broken. */
  onChanged: () => void;
}) {
  const { gate, title, onChanged } = props;
  const { t } = useTranslationRef(sloGateTranslationRef);
  const words = useSloWords();
  const facts = useFactStyles();
  const [isBreaking, setBreaking] = useState(false);
  const [asked, setAsked] = useState<Acceptance>();
  return (
    <Panel
      title={t('title')}
      actions={
        <StateChip
          state={stateOfDecision[gate.decision]}
          label={words.decision[gate.decision]}
        />
      }
    >
      <GateAnswer gate={gate} />
      <GateReasons gate={gate} />
      <GateFacts gate={gate} />
      <AskedNotice acceptance={asked} />
      <div className={facts.actions}>
        {gate.mode === 'enforced' && gate.breakGlassUntil === null && (
          <ActionButton variant="outlined" onClick={() => setBreaking(true)}>
            {t('break.open')}
          </ActionButton>
        )}
      </div>
      <GateDecisions entityRef={gate.entityRef} />
      {isBreaking && (
        <BreakGlassDialog
          entityRef={gate.entityRef}
          title={title}
          onClose={() => setBreaking(false)}
          onDone={acceptance => {
            setAsked(acceptance);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}

function GateAnswer(props: { gate: ReleaseGate }) {
  const { decision, open, mode, wouldHold, breakGlassUntil } = props.gate;
  const { t } = useTranslationRef(sloGateTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  const answer =
    decision === 'unknown' && open
      ? t('unknownOpen')
      : t(open ? 'open' : 'closed');
  return (
    <>
      <p className={facts.text}>
        {answer}{' '}
        {mode === 'shadow' &&
          `${t('shadow')} ${t(wouldHold ? 'wouldHold' : 'wouldPass')}`}
      </p>
      {breakGlassUntil !== null && (
        <p className={facts.text}>
          <StateChip
            state="attention"
            label={t('broken', { until: formats.instant(breakGlassUntil) })}
          />
        </p>
      )}
    </>
  );
}

function GateReasons(props: { gate: ReleaseGate }) {
  const { reasons } = props.gate;
  const { t } = useTranslationRef(sloGateTranslationRef);
  const facts = useFactStyles();
  const describe = useGateReasonText();
  return (
    <>
      <h3 className={facts.heading}>{t('reasons')}</h3>
      {reasons.length === 0 ? (
        <p className={facts.quiet}>{t('noReasons')}</p>
      ) : (
        <ul className={facts.list}>
          {reasons.map(reason => (
            <li
              key={`${reason.kind} ${reason.policyRef} ${reason.sloRef} ${reason.objective}`}
              className={facts.line}
            >
              {describe(reason)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function GateFacts(props: { gate: ReleaseGate }) {
  const { approvers, ruleVersion, until, evaluatedAt, asOf } = props.gate;
  const { t } = useTranslationRef(sloGateTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  return (
    <>
      {approvers.length > 0 && (
        <>
          <h3 className={facts.heading}>{t('approvers')}</h3>
          <ul className={facts.list}>
            {approvers.map(({ ref, title }) => (
              <li key={ref} className={facts.line}>
                <OwnerName entityRef={ref} title={title} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={facts.quiet}>
        {t('asOf', {
          when: formats.relative(evaluatedAt),
          asOf: asOf === null ? NO_VALUE : formats.relative(asOf),
        })}{' '}
        {until !== null &&
          Date.parse(until) > Date.now() &&
          t('until', { when: formats.relative(until) })}{' '}
        {ruleVersion !== null && (
          <NoteChip>{t('version', { version: ruleVersion })}</NoteChip>
        )}
      </p>
    </>
  );
}
