import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  StateChangeView,
  VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Hint,
  StateIcon,
  useFactStyles,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { stateOfVerdict, useScorecardWords } from '../../verdict';

/** What a row shows at first, so that rows of a list stay together. */
const AT_FIRST = 2;

/** How checks changed, a line each: what it was, what it is, and by what. */
export function CheckChanges(props: { changes: readonly StateChangeView[] }) {
  const { changes } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const facts = useFactStyles();
  const palette = useOpmodelPalette();
  const words = useScorecardWords();
  const [all, setAll] = useState(false);
  const nameOf = (state: VerdictState | null) =>
    state === null ? t('changes.absent') : words.verdict[state];
  return (
    <ul className={facts.list}>
      {(all ? changes : changes.slice(0, AT_FIRST)).map(
        ({ checkId, name, before, after, cause }) => {
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
        },
      )}
      {changes.length > AT_FIRST && (
        <li>
          <ActionButton
            aria-expanded={all}
            onClick={() => setAll(shown => !shown)}
          >
            {all
              ? t('changes.fewer')
              : t('changes.more', { count: changes.length - AT_FIRST })}
          </ActionButton>
        </li>
      )}
    </ul>
  );
}
