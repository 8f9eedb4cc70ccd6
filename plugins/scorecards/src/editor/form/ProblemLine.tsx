import { useOpmodelPalette } from '@opmodel/backstage-plugin-opmodel-react';
import { useProblemAt } from '../EditorVocabulary';
import { useFormStyles } from './useFormStyles';

/** What is wrong with a part of the definition as a whole, where no single field is to blame. */
export function ProblemLine(props: { path: string }) {
  const problem = useProblemAt(props.path);
  const classes = useFormStyles();
  const palette = useOpmodelPalette();
  return problem === undefined ? null : (
    <p className={classes.problem} style={{ color: palette.states.bad.text }}>
      {problem}
    </p>
  );
}
