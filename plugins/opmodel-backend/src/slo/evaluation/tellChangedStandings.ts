import { groupBy } from 'lodash';
import type { FigureListener } from '../../lib/FigureListener';
import type { EvaluatedSlo, EvaluationListener } from './EvaluatedSlo';
import type {
  SloEvaluationStore,
  SloObjectiveState,
} from './SloEvaluationStore';

/**
 * Tells of entities whose SLOs have come to stand otherwise: in another state, or with another state of an alert. A budget moves a little
 * with every measurement, and of that nobody is told. It comes after whoever steps alerts.
 */
export function tellChangedStandings(options: {
  evaluations: Pick<SloEvaluationStore, 'listStates'>;
  onFigures: FigureListener;
}): EvaluationListener {
  const { evaluations, onFigures } = options;
  return async evaluated => {
    const states = await evaluations.listStates(
      evaluated.map(({ definition }) => definition.ref),
    );
    const standingOf = (of: readonly SloObjectiveState[]) =>
      of
        .map(({ objective, state, alertState }) =>
          [objective, state, alertState].join(' '),
        )
        .sort()
        .join('\n');
    const after = groupBy(states, ({ sloRef }) => sloRef);
    const isChanged = ({ definition, before }: EvaluatedSlo) =>
      standingOf(after[definition.ref] ?? []) !== standingOf(before);
    const refs = evaluated
      .filter(isChanged)
      .flatMap(({ definition }) => definition.entityRef ?? []);
    if (refs.length > 0) {
      onFigures([...new Set(refs)]);
    }
  };
}
