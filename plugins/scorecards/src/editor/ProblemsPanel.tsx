import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardCheckAnswer } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  StateChip,
  useFactStyles,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardEditorTranslationRef } from './translation';

/** Everything that is wrong with what is written; one of a check leads there. */
export function ProblemsPanel(props: {
  checked: QueryState<ScorecardCheckAnswer>;
  onOpenCheck: (at: number) => void;
}) {
  const { checked, onOpenCheck } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const facts = useFactStyles();
  return (
    <Panel title={t('problems.title')}>
      {checked.error && (
        <p className={facts.quiet} role="alert">
          {t('problems.failed', { message: checked.error.message })}
        </p>
      )}
      {checked.phase === 'loading' && (
        <p className={facts.quiet}>{t('problems.checking')}</p>
      )}
      {checked.data?.problems.length === 0 && (
        <StateChip state="good" label={t('problems.none')} />
      )}
      <ul className={facts.list}>
        {checked.data?.problems.map(({ path, message }) => {
          const check = /^checks\[(\d+)\]/.exec(path);
          return (
            <li key={`${path} ${message}`} className={facts.line}>
              {check ? (
                <ActionButton
                  color="primary"
                  onClick={() => onOpenCheck(Number(check[1]))}
                >
                  {path}
                </ActionButton>
              ) : (
                <code>{path}</code>
              )}
              <span>{message}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
