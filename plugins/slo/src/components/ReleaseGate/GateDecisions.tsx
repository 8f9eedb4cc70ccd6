import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReleaseGateDecision } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  NO_VALUE,
  PagedRows,
  RelativeTime,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { useGateDecisions } from '../../hooks/sloQueries';
import { sloGateTranslationRef } from '../../translations/gate';
import { stateOfDecision } from '../../words/sloStates';
import { useSloWords } from '../../words/useSloWords';

const SKELETON_ROWS = 3;

/** What the gate answered so far, once somebody wants to see it. */
export function GateDecisions(props: { entityRef: string }) {
  const { t } = useTranslationRef(sloGateTranslationRef);
  const [isShown, setShown] = useState(false);
  const decisions = useGateDecisions(props.entityRef, isShown);
  return (
    <>
      <ActionButton aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? t('decisions.hide') : t('decisions.show')}
      </ActionButton>
      {isShown && (
        <PagedRows
          pages={decisions}
          subject={t('decisions.subject')}
          label={t('decisions.pages')}
          skeletonRows={SKELETON_ROWS}
          empty={t('decisions.empty')}
          quietOnOnePage
        >
          {page => <DecisionTable decisions={page.items} />}
        </PagedRows>
      )}
    </>
  );
}

function DecisionTable(props: { decisions: readonly ReleaseGateDecision[] }) {
  const { t } = useTranslationRef(sloGateTranslationRef);
  const words = useSloWords();
  const table = useDenseTableStyles();
  const outcomes = {
    failed: <StateChip state="bad" label={t('decisions.failed')} />,
    fine: <StateChip state="good" label={t('decisions.fine')} />,
  };
  return (
    <ScrollArea label={t('decisions.title')}>
      <table className={table.table} aria-label={t('decisions.title')}>
        <thead>
          <tr>
            <th scope="col">{t('decisions.at')}</th>
            <th scope="col">{t('decisions.decision')}</th>
            <th scope="col">{t('decisions.release')}</th>
            <th scope="col">{t('decisions.environment')}</th>
            <th scope="col">{t('decisions.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {props.decisions.map(decision => (
            <tr key={decision.id}>
              <td>
                <RelativeTime instant={decision.at} />
              </td>
              <td>
                <StateChip
                  state={stateOfDecision[decision.decision]}
                  label={words.decision[decision.decision]}
                />{' '}
                {decision.wouldHold && decision.decision !== 'held' && (
                  <StateChip state="exempt" label={t('decisions.wouldHold')} />
                )}
              </td>
              <td>{decision.reference ?? NO_VALUE}</td>
              <td>{decision.environment ?? NO_VALUE}</td>
              <td>
                {decision.outcome === null
                  ? t('decisions.unknown')
                  : outcomes[decision.outcome]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
