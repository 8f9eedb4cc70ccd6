import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import ArrowDownward from '@material-ui/icons/ArrowDownward';
import ArrowUpward from '@material-ui/icons/ArrowUpward';
import Close from '@material-ui/icons/Close';
import type { PlanChange } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  StateChip,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState, type ReactNode } from 'react';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';
import { ChangeForm } from './ChangeForm';
import { indexOfProblem } from './planDraft';
import { useChangeWords } from './useChangeWords';

/** The changes that are looked at, in their order. */
export function ChangesPanel(props: {
  changes: readonly PlanChange[];
  onChange: (changes: PlanChange[]) => void;
  /** Why the engine refuses them. */
  error?: Error;
  /** False for whoever only reads a plan. */
  mayChange: boolean;
  actions?: ReactNode;
}) {
  const { changes, onChange, error, mayChange, actions } = props;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const facts = useFactStyles();
  const say = useChangeWords(changes);
  const [adding, setAdding] = useState(false);
  const wrong = indexOfProblem(error);
  const swap = (index: number, other: number) => {
    const next = [...changes];
    [next[index], next[other]] = [next[other], next[index]];
    onChange(next);
  };
  return (
    <Panel
      title={t('changes.title')}
      actions={
        mayChange && (
          <ActionButton onClick={() => setAdding(true)}>
            {t('changes.add')}
          </ActionButton>
        )
      }
    >
      <p className={facts.quiet}>
        {t(changes.length === 0 ? 'changes.none' : 'changes.order')}
      </p>
      {changes.length > 0 && (
        <ol className={facts.list} aria-label={t('changes.title')}>
          {changes.map((change, index) => {
            const words = say(change);
            return (
              // Changes have no name of their own, and two may be the same.
              // eslint-disable-next-line react/no-array-index-key
              <li key={`${index} ${words}`} className={facts.line}>
                <span>
                  {index + 1}. {words}
                </span>
                {mayChange && (
                  <span>
                    <IconButton
                      size="small"
                      disabled={index === 0}
                      aria-label={t('changes.up', { change: words })}
                      onClick={() => swap(index, index - 1)}
                    >
                      <ArrowUpward fontSize="inherit" />
                    </IconButton>
                    <IconButton
                      size="small"
                      disabled={index === changes.length - 1}
                      aria-label={t('changes.down', { change: words })}
                      onClick={() => swap(index, index + 1)}
                    >
                      <ArrowDownward fontSize="inherit" />
                    </IconButton>
                    <IconButton
                      size="small"
                      aria-label={t('changes.remove', { change: words })}
                      onClick={() =>
                        onChange(changes.filter((_, at) => at !== index))
                      }
                    >
                      <Close fontSize="inherit" />
                    </IconButton>
                  </span>
                )}
                {wrong === index && (
                  <span role="alert">
                    <StateChip state="bad" label={error!.message} />
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {(actions || (mayChange && changes.length > 0)) && (
        <div className={facts.actions}>
          {actions}
          {mayChange && changes.length > 0 && (
            <ActionButton onClick={() => onChange([])}>
              {t('changes.clear')}
            </ActionButton>
          )}
        </div>
      )}
      {adding && (
        <ChangeForm
          onClose={() => setAdding(false)}
          onAdd={change => {
            setAdding(false);
            onChange([...changes, change]);
          }}
        />
      )}
    </Panel>
  );
}
