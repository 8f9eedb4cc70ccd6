import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  StateChangeView,
  VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  StateIcon,
  useFactStyles,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { stateOfVerdict, useScorecardWords } from '../../verdict';

/** How checks changed, a line each: what it was, what it is, and by what. */
export function CheckChanges(props: { changes: readonly StateChangeView[] }) {
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const facts = useFactStyles();
  const palette = useOpmodelPalette();
  const words = useScorecardWords();
  const nameOf = (state: VerdictState | null) =>
    state === null ? t('changes.absent') : words.verdict[state];
  return (
    <ul className={facts.list}>
      {props.changes.map(({ checkId, name, before, after, cause }) => {
        const state = after === null ? undefined : stateOfVerdict[after];
        return (
          <li key={checkId}>
            {state && (
              <span
                style={{
                  color: palette.states[state].mark,
                  verticalAlign: '-2px',
                  marginRight: 4,
                }}
              >
                <StateIcon state={state} size={14} />
              </span>
            )}
            <Hint title={words.cause[cause]}>
              {t('changes.checkChange', {
                check: name,
                before: nameOf(before),
                after: nameOf(after),
              })}
            </Hint>
          </li>
        );
      })}
    </ul>
  );
}
