import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ExpandLessIcon from '@material-ui/icons/ExpandLess';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import type {
  SloObjectiveStatus,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  StateChip,
  type WindowSelection,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { sloEntityTranslationRef } from '../../translations/entity';
import { stateOfSlo } from '../../words/sloStates';
import { useSloFormats } from '../../words/useSloFormats';
import { useSloWords } from '../../words/useSloWords';
import { FactLine } from '../facts';
import { AlertTable } from './AlertTable';
import { ObjectiveHistory } from './ObjectiveHistory';
import { ObjectiveTiles } from './ObjectiveTiles';
import { useObjectiveBlockStyles } from './useObjectiveBlockStyles';

/** Props of {@link ObjectiveBlock}. */
export interface ObjectiveBlockProps {
  slo: SloStatus;
  objective: SloObjectiveStatus;
  /** Whether its history shows from the beginning. */
  open: boolean;
  /** Of the history; undefined for the objective's own. */
  window: WindowSelection | undefined;
  onExplain: () => void;
}

/** One objective: how it is doing, its alerts, and the history of its budget. */
export function ObjectiveBlock(props: ObjectiveBlockProps) {
  const { slo, objective, window, onExplain } = props;
  const { t } = useTranslationRef(sloEntityTranslationRef);
  const classes = useObjectiveBlockStyles();
  const figures = useSloFormats();
  const words = useSloWords();
  const [isOpen, setOpen] = useState(props.open);
  const titleId = useId();
  const historyId = useId();
  const name = figures.objective(objective);
  return (
    <section className={classes.block} aria-labelledby={titleId}>
      <div className={classes.head}>
        <h3 id={titleId} className={classes.title}>
          {name}
        </h3>
        <StateChip
          state={stateOfSlo[objective.state]}
          label={words.state[objective.state]}
        />
        {slo.composite && objective.weight !== null && (
          <FactLine>
            <span>
              {t('objective.weight', { weight: String(objective.weight) })}
            </span>
          </FactLine>
        )}
      </div>
      <ObjectiveTiles slo={slo} objective={objective} onExplain={onExplain} />
      <AlertTable objective={objective} />
      <div>
        <ActionButton
          startIcon={isOpen ? <ExpandLessIcon /> : <ExpandMoreIcon />}
          aria-expanded={isOpen}
          aria-controls={isOpen ? historyId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen
            ? t('objective.hideHistory', { objective: name })
            : t('objective.showHistory', { objective: name })}
        </ActionButton>
      </div>
      {isOpen && (
        <div id={historyId}>
          <ObjectiveHistory
            slo={slo}
            objective={objective.index}
            name={name}
            window={window}
          />
        </div>
      )}
    </section>
  );
}
