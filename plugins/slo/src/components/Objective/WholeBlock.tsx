import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  SloObjectiveStatus,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import { StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import { sloEntityTranslationRef } from '../../translations/entity';
import { stateOfSlo } from '../../words/sloStates';
import { useSloWords } from '../../words/useSloWords';
import { ObjectiveTiles } from './ObjectiveTiles';
import { useObjectiveBlockStyles } from './useObjectiveBlockStyles';

/** How a composite stands as a whole, which is what gives it its state. */
export function WholeBlock(props: {
  slo: SloStatus;
  whole: SloObjectiveStatus;
}) {
  const { slo, whole } = props;
  const { t } = useTranslationRef(sloEntityTranslationRef);
  const classes = useObjectiveBlockStyles();
  const words = useSloWords();
  const titleId = useId();
  return (
    <section className={classes.block} aria-labelledby={titleId}>
      <div className={classes.head}>
        <h3 id={titleId} className={classes.title}>
          {t('slo.whole')}
        </h3>
        <StateChip
          state={stateOfSlo[whole.state]}
          label={words.state[whole.state]}
        />
      </div>
      <ObjectiveTiles slo={slo} objective={whole} />
    </section>
  );
}
